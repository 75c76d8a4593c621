import Glibc
import WinnowIO

/// The bytes of a segment from its beginning to its end, however it is kept.
protocol SegmentBytes: AnyObject {
  /// Fills some of the buffer, and says how much; 0 at the end.
  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(StoreError) -> Int
}

/// A segment that is kept as it is.
final class RawBytes: SegmentBytes {
  private let file: OwnedDescriptor
  private let path: Path
  private var offset: Int
  /// Size when it was opened: a live segment is not chased.
  private let size: Int

  init(_ file: consuming OwnedDescriptor, _ path: Path, from offset: Int) throws(StoreError) {
    size = try wanting("read the segment") { () throws(SystemError) in
      try file.status(path).size
    }
    self.file = file
    self.path = path
    self.offset = offset
  }

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(StoreError) -> Int {
    let count = min(buffer.count, size - offset)
    if count <= 0 { return 0 }
    let got = try wanting("read the segment") { () throws(SystemError) in
      try checked("pread", path) { pread(file.raw, buffer.baseAddress, count, off_t(offset)) }
    }
    offset += got
    return got
  }
}
