import Glibc
import WinnowIO
import WinnowRecord

/// What the last run left after the last newline of the active segment.
struct TornTail {
  let segment: SegmentFile
  /// Where it begins.
  let offset: Int
  let bytes: [UInt8]

  /// What became of it.
  enum Fate {
    /// Only the newline was missing.
    case completed(DocumentID)
    /// It was copied aside, and is a bad line now.
    case sealed(copy: String)
    /// It was copied aside, and is gone.
    case cut(copy: String)
  }

  /// Makes the segment end in a newline again; done again after a crash it comes to the same.
  ///
  /// In the same boot, programs that follow the file may still be running, and would read it again
  /// from its beginning if it shrank.
  func settle(in directory: Directory, sameBoot: Bool) throws(StoreError) -> Fate {
    if let id = try? Seal.open(bytes[...]) {
      try change(in: directory, "end the last line") { file, path throws(SystemError) in
        try file.writeAll([0x0A], path)
      }
      return .completed(id)
    }
    let copy = segment.tornName(at: offset)
    try wanting("keep a copy of the torn line") { () throws(SystemError) in
      try directory.replace(Path(copy), with: bytes, durable: true)
    }
    try change(in: directory, "mend the torn line") { file, path throws(SystemError) in
      if sameBoot {
        try file.writeAll([0x0A], path)
      } else {
        try file.truncate(to: offset, path)
      }
    }
    return sameBoot ? .sealed(copy: copy) : .cut(copy: copy)
  }

  private func change(
    in directory: Directory,
    _ wanted: String,
    _ body: (borrowing OwnedDescriptor, Path) throws(SystemError) -> Void
  ) throws(StoreError) {
    try wanting(wanted) { () throws(SystemError) in
      let path = directory.path.appending(segment.name)
      let file = try directory.open(segment.name, O_WRONLY | O_APPEND)
      try body(file, path)
      try file.syncBytes(path)
      try directory.sync()
    }
  }
}
