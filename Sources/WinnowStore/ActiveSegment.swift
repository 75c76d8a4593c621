import Glibc
import WinnowIO

/// The segment that records are appended to; it belongs to the queue of its committer.
final class ActiveSegment {
  /// Returns once a file is on the disk, as fdatasync(2) does.
  typealias Sync = @Sendable (CInt) -> CInt

  private static let step = 1 << 20

  let number: Int
  /// Bytes in the file, whole lines or not.
  private(set) var end: Int
  /// Bytes that are on the disk.
  private(set) var durableEnd: Int
  /// Since when it has been there, by the monotonic clock.
  let opened = Clock.monotonic
  private var reserved: Int
  private let file: OwnedDescriptor
  private let inode: UInt64
  private let path: Path
  private let directory: Directory
  private let sync: Sync

  /// Opens the active segment, making it where there is none.
  init(_ number: Int, in directory: Directory, sync: @escaping Sync) throws(StoreError) {
    let name = SegmentFile.activeName
    let path = directory.path.appending(name)
    let found = try wanting("open the active segment") { () throws(SystemError) in
      try directory.status(name)
    }
    if let found, found.kind != .regular { throw .notRegular(path) }
    let create = found == nil ? O_CREAT | O_EXCL : 0
    let file = try wanting("open the active segment") { () throws(SystemError) in
      let file = try directory.open(name, O_WRONLY | O_APPEND | create, mode: 0o640)
      do throws(SystemError) {
        // Even where it was there: the last try to make it may have ended before this.
        try directory.sync()
      } catch {
        // Made anew by the next try: asked again, the kernel would say that all is well.
        if found == nil { try? directory.remove(name) }
        throw error
      }
      return file
    }
    let status = try wanting("open the active segment") { () throws(SystemError) in
      try file.status(path)
    }
    self.number = number
    self.directory = directory
    self.path = path
    self.sync = sync
    self.file = file
    inode = status.inode
    end = status.size
    durableEnd = status.size
    reserved = status.size
  }

  /// Makes sure that nobody moved, cut or wrote to the file since the last write.
  func checkUndisturbed() throws(StoreError) {
    let now = try wanting("append to the active segment") { () throws(SystemError) in
      try directory.status(SegmentFile.activeName)
    }
    guard let now, now.inode == inode else {
      throw .disturbed(path, reason: "it was moved or removed while it was being written")
    }
    guard now.size == end else {
      throw .disturbed(path, reason: "it has \(now.size) bytes and should have \(end)")
    }
  }

  /// Writes bytes at the end, and says how many were taken before the kernel refused.
  func write(_ bytes: ArraySlice<UInt8>) -> (written: Int, refused: SystemError?) {
    do throws(SystemError) { try reserve(bytes.count) } catch { return (0, error) }
    let answer = file.write(bytes, path)
    end += answer.written
    return answer
  }

  /// Returns once all that was written is on the disk.
  ///
  /// After a failure the file must be given up.
  func makeDurable() throws(SystemError) {
    let end = end
    try checked("fdatasync", path) { sync(file.raw) }
    durableEnd = end
  }

  /// Gives back the room that was reserved past the end.
  func release() throws(SystemError) {
    if reserved > end { try file.truncate(to: end, path) }
    reserved = end
  }

  private func reserve(_ count: Int) throws(SystemError) {
    guard end + count > reserved else { return }
    do throws(SystemError) {
      let length = max(Self.step, count)
      try file.reserve(offset: end, length: length, path)
      reserved = end + length
    } catch  where error.code == ENOSPC || error.code == EDQUOT {
      // The step may be too long for what is left, and the batch not.
      try file.reserve(offset: end, length: count, path)
      reserved = end + count
    }
  }
}
