import WinnowIO

/// What a watcher knows of itself, for status and log.
package struct WatchFacts: Equatable, Sendable {
  /// Who tells the watcher of a new file.
  package enum Mode: Equatable, Sendable {
    /// The kernel rings, and a scan looks every minute in case it did not.
    case inotify
    /// A scan finds it, for the reason given.
    case scan(reason: String)
  }

  package var mode = Mode.inotify
  /// Whether the inbox was there at the last look.
  package var isInboxThere = false
  /// Whether a full scan has ended and nothing that it or an event found is left to look at.
  package var isIdle = false
  package var watchedDirectories = 0
  /// How often the kernel's queue of events ran over; each was followed by a full scan.
  package var overflows = 0
  /// Full scans ended.
  package var scans = 0
  /// Files that a writer still has, or that must be still for a while first.
  package var settling = 0
  /// What is neither file nor directory in the inbox: links, fifos, sockets, devices.
  package var ignored = 0
  package var ignoredExample: Path?
  /// One line; nil where the last full scan met no trouble.
  package var lastError: String?
}
