import Glibc

/// Reads bytes by lines or by number, holding no more than one piece and a block.
///
/// What it hands out is copied if it is kept while it reads on.
package final class ByteReader {
  private let source: any ByteSource
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  private var start = 0
  private var end = 0
  /// Bytes before it have no newline, from `start` on.
  private var scanned = 0
  /// How many bytes lie before `start`.
  package private(set) var offset = 0

  package init(_ source: any ByteSource) { self.source = source }

  /// The next line without its newline; nil at the end of the last one.
  ///
  /// Of a longer line come its first `limit` bytes and one more; the others are passed over.
  package func line(atMost limit: Int = .max - 1) throws(FormatError) -> ArraySlice<UInt8>? {
    var dropped = 0
    while true {
      if let newline = newlineAfterScanned() {
        let first = start
        advance(to: newline + 1)
        offset += dropped
        return buffer[first..<newline].prefix(limit + 1)
      }
      if end - start > limit {
        dropped += end - start - limit - 1
        end = start + limit + 1
      }
      scanned = end
      if try !fill() { return nil }
    }
  }

  /// The bytes after the last newline, once `line` has returned nil.
  package var rest: ArraySlice<UInt8> { buffer[start..<end] }

  /// The same bytes, once; nil where there are none.
  package func takeRest() -> ArraySlice<UInt8>? {
    defer { advance(to: end) }
    return start < end ? buffer[start..<end] : nil
  }

  /// The next bytes, fewer only at the end.
  package func take(_ count: Int) throws(FormatError) -> ArraySlice<UInt8> {
    while end - start < count, try fill() {}
    let first = start
    advance(to: first + min(count, end - first))
    return buffer[first..<start]
  }

  /// Passes over bytes, and says over how many: fewer only at the end.
  @discardableResult
  package func skip(_ count: Int) throws(FormatError) -> Int {
    var left = count
    while left > 0 {
      if start == end, try !fill() { break }
      let skipped = min(left, end - start)
      advance(to: start + skipped)
      left -= skipped
    }
    return count - left
  }

  /// Whether these bytes come next; reads no further than it must to know.
  package func begins(with bytes: [UInt8]) throws(FormatError) -> Bool {
    while true {
      let known = buffer[start..<end].prefix(bytes.count)
      if !bytes.starts(with: known) { return false }
      if known.count == bytes.count { return true }
      if try !fill() { return false }
    }
  }

  private func advance(to place: Int) {
    offset += place - start
    start = place
    scanned = max(scanned, place)
  }

  private func newlineAfterScanned() -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = memchr(base + scanned, 0x0A, end - scanned)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Makes the full buffer twice as large.
  private func grow() {
    let full = buffer
    buffer = Array(unsafeUninitializedCapacity: 2 * full.count) { bytes, count in
      count = 2 * full.count
      guard let base = bytes.baseAddress else { return }
      memset(memcpy(base, full, full.count) + full.count, 0, full.count)
    }
  }

  private func fill() throws(FormatError) -> Bool {
    if start > 0 {
      let (from, count) = (start, end - start)
      buffer.withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        memmove(base, base + from, count)
      }
      (start, end, scanned) = (0, count, scanned - from)
    }
    if end == buffer.count { grow() }
    let filled = end
    let got = try buffer.withUnsafeMutableBufferPointer { bytes throws(FormatError) in
      try source.read(into: UnsafeMutableBufferPointer(rebasing: bytes[filled...]))
    }
    end += got
    return got > 0
  }
}

extension ByteReader: ByteSource {
  /// Hands on what it holds, then what its own source has.
  package func read(
    into target: UnsafeMutableBufferPointer<UInt8>
  ) throws(FormatError) -> Int {
    if start == end { return try source.read(into: target) }
    let count = min(target.count, end - start)
    _ = target.update(fromContentsOf: buffer[start..<start + count])
    advance(to: start + count)
    return count
  }
}
