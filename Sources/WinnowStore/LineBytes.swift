import Glibc

/// Splits bytes into lines, holding no more than one line and a block.
final class LineBytes {
  private let source: any SegmentBytes
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  private var start = 0
  private var end = 0
  /// Bytes before it have no newline, from `start` on.
  private var scanned = 0

  init(_ source: any SegmentBytes) { self.source = source }

  /// The next line without its newline; nil at the end of the last one.
  func next() throws(StoreError) -> ArraySlice<UInt8>? {
    while true {
      if let newline = newlineAfterScanned() {
        defer {
          start = newline + 1
          scanned = start
        }
        return buffer[start..<newline]
      }
      scanned = end
      if try !fill() { return nil }
    }
  }

  /// The bytes after the last newline, once `next` has returned nil.
  var tail: ArraySlice<UInt8> { buffer[start..<end] }

  /// Passes over bytes; to be called before the first line.
  func skip(_ count: Int) throws(StoreError) {
    var left = count
    while left > 0 {
      start = end
      if try !fill() { break }
      let skipped = min(left, end - start)
      start += skipped
      left -= skipped
    }
    scanned = start
  }

  private func newlineAfterScanned() -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = memchr(base + scanned, 0x0A, end - scanned)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private func fill() throws(StoreError) -> Bool {
    if start > 0 {
      let (from, count) = (start, end - start)
      buffer.withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        memmove(base, base + from, count)
      }
      (start, end, scanned) = (0, count, scanned - from)
    }
    if end == buffer.count { buffer += repeatElement(0, count: buffer.count) }
    let filled = end
    let got = try buffer.withUnsafeMutableBufferPointer { bytes throws(StoreError) in
      try source.read(into: UnsafeMutableBufferPointer(rebasing: bytes[filled...]))
    }
    end += got
    return got > 0
  }
}
