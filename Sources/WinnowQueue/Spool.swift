import Glibc
import WinnowIO
import WinnowWatch

/// The four directories that are a file's states: inbox, claimed, done, quarantine.
///
/// Where a file lies is all that is known about it; moving it from one to the next is one rename.
package final class Spool: Sendable {
  /// Where users write; looked up anew each time, for users may remove it and make it again.
  package let inbox: Path
  package let claimed: Directory
  package let done: Directory
  package let quarantine: Directory

  /// Opens a spool, making what is missing of it; what was taken is for winnow and its group alone.
  ///
  /// - Parameters:
  ///   - parent: holds the four directories, so that a file can be renamed between them.
  ///   - inbox: elsewhere, if need be; on another file system a claim is a copy.
  /// - Throws: which directory can't be made or opened.
  package init(parent: Path, inbox: Path? = nil) throws(QueueError) {
    let inboxPath = inbox ?? parent.appending("inbox")
    self.inbox = inboxPath
    (claimed, done, quarantine) = try wanting("open the spool") { () throws(SystemError) in
      _ = try Directory(making: inboxPath)
      return (
        try Directory(making: parent.appending("claimed"), mode: 0o700),
        try Directory(making: parent.appending("done"), mode: 0o750),
        try Directory(making: parent.appending("quarantine"), mode: 0o750)
      )
    }
  }

  /// Opens a spool; what a full or failing disk refuses is told to `waiting` and tried again after a
  /// second, or thrown where there is nobody to tell.
  package static func open(
    parent: Path,
    inbox: Path?,
    waiting: ((QueueError) -> Void)?
  ) throws(QueueError) -> Spool {
    while true {
      do throws(QueueError) {
        return try Spool(parent: parent, inbox: inbox)
      } catch {
        guard let waiting, error.cause.mayPass else { throw error }
        waiting(error)
        sleep(1)
      }
    }
  }

  /// Takes an arrival out of the inbox, so that nobody else can.
  ///
  /// - Returns: nil when it is gone, or when a file of the same path is still in work: then it stays
  ///   in the inbox until a later scan.
  package func claim(_ arrival: Arrival) throws(QueueError) -> Claim? {
    let path = arrival.path
    do throws(SystemError) {
      let source = try Directory(at: inbox).below(path.parent)
      // A copy is on the disk, with its directories, before the file goes.
      let isCopied = try source.status().device != claimed.status().device
      // Somebody who tidies up may remove the empty directory between making it and using it.
      for _ in 0..<Self.attempts {
        guard let before = try source.status(path.name), before.kind == .regular else { return nil }
        let target = try claimed.makeBelow(path.parent, durable: isCopied)
        do throws(SystemError) {
          try source.moveAnywhere(path.name, to: target, as: path.name)
          let (size, arrived) = (before.size, before.changed)
          return Claim(spool: self, path: path, size: size, arrived: arrived)
        } catch  where error.code == ENOENT {
          continue
        } catch  where error.code == EEXIST {
          // An empty directory that older claims left behind is in nobody's work.
          do throws(SystemError) { try target.removeDirectory(path.name) } catch { return nil }
        }
      }
      return nil
    } catch  where [ENOENT, ENOTDIR, ELOOP, EBUSY].contains(error.code) {
      return nil
    } catch {
      throw QueueError("claim it", error)
    }
  }

  /// Hands over every file that was claimed by a daemon that is no more.
  ///
  /// Call it before the first claim. Empty directories and half copies are removed on the way.
  ///
  /// - Parameter body: returns false to stop.
  /// - Throws: which directory can't be read.
  package func forEachClaimed(_ body: (Claim) -> Bool) throws(QueueError) {
    var goesOn = true
    var emptied: [Path] = []
    try wanting("list it") { () throws(SystemError) in
      try claimed.forEachFile { directory, path, entry throws(SystemError) in
        guard let entry else {
          emptied.append(path)
          return true
        }
        if entry.name.bytes.starts(with: Directory.temporaryPrefix) {
          try directory.remove(entry.name)
          return true
        }
        // Nothing that is claimed has such a name: it was put there by somebody else.
        if WaitingNames.wait(entry.name) { return true }
        guard let found = try directory.status(entry.name) else { return true }
        let (size, arrived) = (found.size, found.changed)
        goesOn = body(Claim(spool: self, path: path, size: size, arrived: arrived))
        return goesOn
      }
      for path in emptied.reversed() {
        // What is not empty stays.
        try? claimed.below(path.parent).removeDirectory(path.name)
      }
    }
  }

  private static let attempts = 16
}
