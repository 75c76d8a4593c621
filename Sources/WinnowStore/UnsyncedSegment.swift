import Glibc
import WinnowIO

/// The active segment as the last run left it: its lines may so far be in the kernel's memory only.
///
/// A sync that fails is not tried again, for the kernel may have dropped the pages and would say that
/// all is well. The file gets another name, which tells so to a later start of the same boot, too, and
/// what can be read of it is written anew.
struct UnsyncedSegment {
  private static let name: Path = "records.jsonl.unsynced"
  private static let copy: Path = "records.jsonl.copy"

  let directory: Directory
  let sync: ActiveSegment.Sync

  /// Brings the active segment to the disk; gives its size, nil where there is none.
  func syncActive() throws(StoreError) -> Int? {
    let name = SegmentFile.activeName
    let path = directory.path.appending(name)
    let found = try wanting("open the active segment") { () throws(SystemError) in
      try directory.status(name)
    }
    guard let found else { return nil }
    guard found.kind == .regular else { throw .notRegular(path) }
    do throws(StoreError) {
      try wanting("sync the active segment") { () throws(SystemError) in
        let file = try directory.open(name, O_RDWR)
        try checked("fdatasync", path) { sync(file.raw) }
      }
    } catch {
      guard case .refused(let cause, _) = error, cause.call == "fdatasync" else { throw error }
      try wanting("set the unsynced segment aside") { () throws(SystemError) in
        try directory.move(name, to: directory, as: Self.name)
      }
      try mend()
    }
    return found.size
  }

  /// Writes a segment anew that could not be synced, now or by an earlier start.
  func mend() throws(StoreError) {
    try wanting("write the unsynced segment anew") { () throws(SystemError) in
      guard try directory.status(Self.name) != nil else { return }
      // Where there is an active one, the last try came as far as that.
      if try directory.status(SegmentFile.activeName) == nil {
        let path = directory.path.appending(Self.name)
        try directory.open(Self.name).copyAll(path, to: directory, as: Self.copy, sync: sync)
        try directory.move(Self.copy, to: directory, as: SegmentFile.activeName)
        try directory.sync()
      }
      try directory.remove(Self.name)
    }
  }
}
