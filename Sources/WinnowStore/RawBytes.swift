import Glibc
import WinnowFormats
import WinnowIO

/// The bytes of a segment that is kept as it is.
final class RawBytes: ByteSource {
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

  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(FormatError) -> Int {
    let count = min(buffer.count, size - offset)
    if count <= 0 { return 0 }
    let got = try reading { () throws(SystemError) in
      try checked("pread", path) { pread(file.raw, buffer.baseAddress, count, off_t(offset)) }
    }
    offset += got
    return got
  }
}

/// Tells what reading a segment was wanted for.
func unpacking<Answer>(
  _ body: () throws(FormatError) -> Answer
) throws(StoreError) -> Answer {
  do throws(FormatError) {
    return try body()
  } catch {
    switch error {
    case .refused(let error): throw .refused(error, wanted: "read the segment")
    case .damaged(let path, _, let reason): throw .damaged(path, reason: reason)
    }
  }
}
