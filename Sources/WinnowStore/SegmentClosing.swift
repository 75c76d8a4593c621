import Glibc
import WinnowIO

/// Gives the active segment the name it keeps.
///
/// The new name is durable once the directory is synced, which the next active segment does before
/// anything is written to it. Each step can be done again after a crash.
enum SegmentClosing {
  /// Closes a segment all of whose bytes are durable.
  static func close(_ number: Int, in directory: Directory) throws(StoreError) {
    try wanting("close the active segment") { () throws(SystemError) in
      let closed = SegmentFile(number: number, form: .raw).name
      try directory.move(SegmentFile.activeName, to: directory, as: closed)
    }
  }

  /// Closes a segment that could not be written or synced, at its last durable byte.
  ///
  /// The bytes behind that may be on the disk or not, whatever the kernel says when it is asked
  /// again, so they go. A `tail -F` sees the file shrink; to see a record twice is the lesser evil.
  static func closeFailed(_ place: Position, in directory: Directory) throws(StoreError) {
    let name = SegmentFile.activeName
    let found = try wanting("cut the failed segment") { () throws(SystemError) in
      try directory.status(name)
    }
    // The try before this one may have got as far as the new name.
    guard let found else { return }
    if place.offset == 0 {
      return try wanting("remove the failed segment") { () throws(SystemError) in
        try directory.remove(name)
      }
    }
    try wanting("cut the failed segment") { () throws(SystemError) in
      guard found.size > place.offset else { return }
      let path = directory.path.appending(name)
      let file = try directory.open(name, O_WRONLY)
      try file.truncate(to: place.offset, path)
      try file.syncBytes(path)
    }
    try close(place.segment, in: directory)
  }
}
