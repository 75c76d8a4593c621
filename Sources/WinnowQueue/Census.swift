import Glibc
import WinnowIO
import WinnowWatch

/// How many files are in each state, counted where they lie; changes nothing.
package struct Census: Equatable, Sendable {
  /// The files of one state.
  package struct Count: Equatable, Sendable {
    package var files = 0
    /// Why there may be more of them; nil where all were counted.
    package var ended: String?

    package init(_ files: Int = 0, ended: String? = nil) {
      self.files = files
      self.ended = ended
    }
  }

  /// Files in the inbox, without those that somebody is still making.
  package var waiting = Count()
  /// When the one that waits longest came or was last changed, in nanoseconds since 1970.
  package var oldest: Int64?
  /// Whether all were looked at for that.
  package var isOldestKnown = true
  package var claimed = Count()
  package var quarantined = Count()
  package var done = Count()

  package init() {}

  /// Counts a spool; what is missing of it counts as empty.
  ///
  /// - Parameters:
  ///   - parent: holds the directories of the states.
  ///   - inbox: may be elsewhere.
  ///   - patience: nanoseconds after which the counting of a state ends, so that no number of files
  ///     and no slow disk keeps who asks from an answer.
  ///   - countsDone: whether files of the past count, too.
  package init(parent: Path, inbox: Path, patience: Int64, countsDone: Bool) {
    waiting = Self.count(inbox, patience) { $0.kind == nil || $0.kind == .regular }
    findOldest(inbox, patience)
    claimed = Self.count(parent.appending("claimed"), patience) { _ in true }
    quarantined = Self.count(parent.appending("quarantine"), patience) {
      !ReasonFile.isOne($0.name)
    }
    if countsDone { done = Self.count(parent.appending("done"), patience) { _ in true } }
  }

  private static func count(
    _ path: Path,
    _ patience: Int64,
    _ counts: (DirectoryEntry) -> Bool
  ) -> Count {
    var count = Count()
    let ended = forEachFile(path, patience) { _, entry in if counts(entry) { count.files += 1 } }
    count.ended = ended
    return count
  }

  /// Looked for after the counting: the kernel needs a thousand times longer for it, from a disk.
  private mutating func findOldest(_ inbox: Path, _ patience: Int64) {
    let ended = Self.forEachFile(inbox, patience) { directory, entry throws(SystemError) in
      guard let status = try directory.status(entry.name), status.kind == .regular else { return }
      // Not when it was written: a file that is moved in may be years old.
      oldest = min(oldest ?? status.changed, status.changed)
    }
    isOldestKnown = ended == nil
  }

  /// Hands over documents, until the time is up; returns why not all, where that is so.
  private static func forEachFile(
    _ path: Path,
    _ patience: Int64,
    _ body: (Directory, DirectoryEntry) throws(SystemError) -> Void
  ) -> String? {
    let deadline = Clock.monotonic + patience
    var isUp = false
    do throws(SystemError) {
      try Directory(at: path).forEachFile { directory, _, entry throws(SystemError) in
        guard let entry, !WaitingNames.wait(entry.name) else { return true }
        isUp = Clock.monotonic >= deadline
        if !isUp { try body(directory, entry) }
        return !isUp
      }
    } catch {
      return error.code == ENOENT ? nil : error.description
    }
    return isUp ? "counting took too long" : nil
  }
}
