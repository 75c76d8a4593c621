import Glibc
import WinnowIO

/// Bytes that come one after the other, whatever they come from.
package protocol ByteSource: AnyObject {
  /// Fills some of the buffer, and says how much; 0 at the end.
  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(FormatError) -> Int
}

/// The bytes of a file or a pipe, from where its descriptor stands.
package final class FileBytes: ByteSource {
  private let file: OwnedDescriptor
  private let path: Path

  package init(_ file: consuming OwnedDescriptor, _ path: Path) {
    self.file = file
    self.path = path
  }

  package func read(
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(FormatError) -> Int {
    try reading { () throws(SystemError) in
      try checked("read", path) { Glibc.read(file.raw, buffer.baseAddress, buffer.count) }
    }
  }
}
