/// How patient a watcher is; the defaults are what the daemon uses.
package struct WatchSettings: Equatable, Sendable {
  /// Nanoseconds that a file must be still where no lease can tell that its writer is gone.
  package var settle: Int64
  /// Nanoseconds between full scans while inotify serves.
  package var scanInterval: Int64
  /// Nanoseconds between full scans where inotify can't serve.
  package var pollInterval: Int64

  package init(
    settle: Int64 = 500_000_000,
    scanInterval: Int64 = 60_000_000_000,
    pollInterval: Int64 = 1_000_000_000
  ) {
    self.settle = settle
    self.scanInterval = scanInterval
    self.pollInterval = pollInterval
  }
}
