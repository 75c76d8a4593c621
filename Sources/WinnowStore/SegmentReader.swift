import Glibc
import WinnowIO

/// One line of a segment.
package struct SegmentLine {
  package let segment: SegmentFile
  /// Bytes before it in the segment, uncompressed.
  package let offset: Int
  /// The line without the newline; it is copied if it is kept while the next line is read.
  package let bytes: ArraySlice<UInt8>

  package var place: Place {
    Place(segment: segment.number, offset: offset, length: bytes.count)
  }
}

/// Reads the lines of a segment, raw or compressed, holding no more than one line and a block.
///
/// Bytes after the last newline are no line: `tail` has them after the last line.
package final class SegmentReader {
  package let segment: SegmentFile
  private let source: any SegmentBytes
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  private var start = 0
  private var end = 0
  /// Bytes before it have no newline, from `start` on.
  private var scanned = 0
  /// Bytes before the next line in the segment, uncompressed.
  package private(set) var offset: Int

  /// Opens a segment at the beginning of a line.
  package init(
    _ segment: SegmentFile,
    in directory: Directory,
    from offset: Int = 0
  ) throws(StoreError) {
    self.segment = segment
    let path = directory.path.appending(segment.name)
    let file = try wanting("read the segment") { () throws(SystemError) in
      try directory.open(segment.name)
    }
    let kind = try wanting("read the segment") { () throws(SystemError) in
      try file.status(path).kind
    }
    guard kind == .regular else { throw .notRegular(path) }
    self.offset = offset
    if segment.form != .zstd {
      source = try RawBytes(file, path, from: offset)
    } else {
      source = try ZstdBytes(file, path)
      try skip(offset)
    }
  }

  /// The next line; nil at the end of the last one.
  package func next() throws(StoreError) -> SegmentLine? {
    while true {
      if let newline = newlineAfterScanned() {
        let line = SegmentLine(segment: segment, offset: offset, bytes: buffer[start..<newline])
        offset += newline + 1 - start
        start = newline + 1
        scanned = start
        return line
      }
      scanned = end
      if try !fill() { return nil }
    }
  }

  /// The bytes after the last newline, once `next` has returned nil.
  package var tail: ArraySlice<UInt8> { buffer[start..<end] }

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

  private func skip(_ count: Int) throws(StoreError) {
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
}
