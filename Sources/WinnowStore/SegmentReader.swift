import Glibc
import WinnowFormats
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
  private let bytes: ByteReader
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
      bytes = ByteReader(try RawBytes(file, path, from: offset))
    } else {
      let packed = FileBytes(file, path)
      bytes = try unpacking { () throws(FormatError) in
        let bytes = ByteReader(try ZstdBytes(packed, path))
        try bytes.skip(offset)
        return bytes
      }
    }
  }

  /// The next line; nil at the end of the last one.
  package func next() throws(StoreError) -> SegmentLine? {
    guard let line = try unpacking({ () throws(FormatError) in try bytes.line() }) else {
      return nil
    }
    defer { offset += line.count + 1 }
    return SegmentLine(segment: segment, offset: offset, bytes: line)
  }

  /// The bytes after the last newline, once `next` has returned nil.
  package var tail: ArraySlice<UInt8> { bytes.rest }
}
