import Glibc

/// Reads the lines of a descriptor, holding no more than one line and a block.
package final class LineReader {
  private let descriptor: CInt
  private let path: Path
  private var buffer: [UInt8] = []
  private var start = 0
  /// Bytes before it have no newline, from `start` on.
  private var scanned = 0
  private var isAtEnd = false

  /// - Parameters:
  ///   - descriptor: stays open.
  ///   - path: for messages.
  package init(_ descriptor: CInt, _ path: Path) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Whether a line can be had without asking the kernel for more.
  package var hasLine: Bool { newline() != nil }

  /// The next line without its newline, the last one even if it has none; nil at the end.
  package func next() throws(SystemError) -> [UInt8]? {
    while true {
      if let newline = newline() {
        defer { start = newline + 1 }
        scanned = newline + 1
        return Array(buffer[start..<newline])
      }
      if isAtEnd {
        defer { start = buffer.count }
        return start < buffer.count ? Array(buffer[start...]) : nil
      }
      try fill()
    }
  }

  private func newline() -> Int? {
    let place = buffer.withUnsafeBytes { bytes -> Int? in
      guard let base = bytes.baseAddress, scanned < bytes.count,
        let found = memchr(base + scanned, 0x0A, bytes.count - scanned)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
    if place == nil { scanned = buffer.count }
    return place
  }

  private func fill() throws(SystemError) {
    buffer.removeSubrange(..<start)
    scanned -= start
    start = 0
    let count = buffer.count
    let room = max(1 << 16, count)
    buffer += repeatElement(0, count: room)
    let got = try buffer.withUnsafeMutableBufferPointer { bytes throws(SystemError) in
      try checked("read", path) { read(descriptor, bytes.baseAddress.map { $0 + count }, room) }
    }
    buffer.removeLast(room - got)
    isAtEnd = got == 0
  }
}
