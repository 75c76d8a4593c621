import Glibc
import WinnowIO
import WinnowWatch

/// How many files are in each state, counted where they lie; changes nothing.
package struct Census: Equatable, Sendable {
  /// Files in the inbox, without those that somebody is still making.
  package private(set) var waiting = 0
  /// When the longest waiting file was last written, in nanoseconds since 1970.
  package private(set) var oldest: Int64?
  package private(set) var claimed = 0
  package private(set) var quarantined = 0

  /// Counts a spool; what is missing of it counts as empty.
  package init(parent: Path, inbox: Path) throws(QueueError) {
    var census = Census()
    try wanting("count it") { () throws(SystemError) in
      try Self.open(inbox)?.forEachFile { directory, _, entry throws(SystemError) in
        guard let entry, !WaitingNames.wait(entry.name) else { return true }
        guard let status = try directory.status(entry.name), status.kind == .regular else {
          return true
        }
        census.waiting += 1
        census.oldest = min(census.oldest ?? status.modified, status.modified)
        return true
      }
      try Self.open(parent.appending("claimed"))?.forEachFile { _, _, entry throws(SystemError) in
        if let entry, !WaitingNames.wait(entry.name) { census.claimed += 1 }
        return true
      }
      let quarantine = try Self.open(parent.appending("quarantine"))
      try quarantine?.forEachFile { _, _, entry throws(SystemError) in
        if let entry, !WaitingNames.wait(entry.name), !ReasonFile.isOne(entry.name) {
          census.quarantined += 1
        }
        return true
      }
    }
    self = census
  }

  private init() {}

  private static func open(_ path: Path) throws(SystemError) -> Directory? {
    do throws(SystemError) {
      return try Directory(at: path)
    } catch  where error.code == ENOENT {
      return nil
    }
  }
}
