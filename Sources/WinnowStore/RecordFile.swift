import Glibc
import WinnowIO

/// The lines of a file of records that lies anywhere: another store's segment, or standard input.
package final class RecordFile {
  private let lines: LineBytes
  private var isAtEnd = false

  /// Reads from where the descriptor stands; a name that ends in `.zst` is that of a compressed file.
  package init(_ file: consuming OwnedDescriptor, _ path: Path) throws(StoreError) {
    lines = LineBytes(
      path.text.hasSuffix(".zst") ? try ZstdBytes(file, path) : StreamBytes(file, path)
    )
  }

  /// The next line, the last one even if it has no newline; nil at the end.
  package func next() throws(StoreError) -> ArraySlice<UInt8>? {
    if isAtEnd { return nil }
    if let line = try lines.next() { return line }
    isAtEnd = true
    return lines.tail.isEmpty ? nil : lines.tail
  }
}

/// Bytes that can only be read one after the other, as those of a pipe.
private final class StreamBytes: SegmentBytes {
  private let file: OwnedDescriptor
  private let path: Path

  init(_ file: consuming OwnedDescriptor, _ path: Path) {
    self.file = file
    self.path = path
  }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(StoreError) -> Int {
    try wanting("read records") { () throws(SystemError) in
      try checked("read", path) { Glibc.read(file.raw, buffer.baseAddress, buffer.count) }
    }
  }
}
