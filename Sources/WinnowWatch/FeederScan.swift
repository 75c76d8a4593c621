import Glibc
import WinnowIO

/// Finding what is there, whatever events said.
extension Feeder {
  /// Paths longer than this can't be meant; they end a loop of bind mounts.
  private static let longestPath = 4_096

  /// So many names are taken up in their order, not the kernel's, so that the same files in the inbox
  /// are worked on in the same order.
  private static let namesAtOnce = 8_192

  /// Looks at all of the inbox, and sees to it that every directory of it is watched.
  func scanEverything(_ root: Directory) {
    scan += 1
    nextScan = .max
    trouble = nil
    counting = Irregular()
    var refusal: WatchError?
    do throws(WatchError) { try doorbell.connect() } catch { refusal = error }
    unwatched = nil
    scanTree(Path(bytes: []), root)
    unwatched = refusal ?? unwatched
    irregular = counting ?? irregular
    counting = nil
    if stopped { return }
    doorbell.forgetUnseen(since: scan)
    facts.use { $0.scans += 1 }
    let interval = unwatched == nil ? settings.scanInterval : settings.pollInterval
    nextScan = min(nextScan, Clock.monotonic + interval)
  }

  /// Looks at a directory and what lies below it.
  func scanTree(_ top: Path, _ root: Directory) {
    var waiting = [top]
    while !stopped, let path = waiting.popLast() {
      do throws(SystemError) {
        let directory = path.isEmpty ? root : try root.directory(path)
        try scanDirectory(directory, at: path, root) { waiting.append($0) }
      } catch {
        // Moved or removed meanwhile, or a link by now: whoever did it raised another event.
        if ![ENOENT, ENOTDIR, ELOOP].contains(error.code) { trouble = error }
      }
    }
  }

  /// Asks for a full scan sooner than usual: something could not be looked at now.
  func scanSoon() {
    nextScan = min(nextScan, Clock.monotonic + settings.settle)
  }

  private func scanDirectory(
    _ directory: Directory,
    at path: Path,
    _ root: Directory,
    _ below: (Path) -> Void
  ) throws(SystemError) {
    // First the watch, then the listing: what comes between the two is told or seen or both.
    do throws(WatchError) {
      try doorbell.watch(directory, at: path, scan: scan)
    } catch {
      if unwatched == nil { nextScan = min(nextScan, Clock.monotonic + settings.pollInterval) }
      unwatched = unwatched ?? error
    }
    let trustsLeases = directory.networkFileSystem == nil
    var directories: [Path] = []
    func meet(_ entries: [DirectoryEntry]) throws(SystemError) {
      for entry in entries.sorted(by: { $0.name < $1.name }) where !stopped {
        try meet(entry)
      }
    }
    func meet(_ entry: DirectoryEntry) throws(SystemError) {
      if WaitingNames.wait(entry.name) { return }
      let place = path.appending(entry.name)
      var kind = entry.kind
      if kind == nil { kind = try directory.status(entry.name)?.kind }
      switch kind {
      case .regular?: consider(place, in: directory, trustsLeases, root)
      case .directory?: if place.bytes.count < Self.longestPath { directories.append(place) }
      case .link?, .other?: ignore(place)
      case nil: break
      }
      if settling.nextLook <= Clock.monotonic { lookAgain(root) }
      publishNowAndThen()
    }
    var entries: [DirectoryEntry] = []
    try directory.forEachEntry { entry throws(SystemError) in
      entries.append(entry)
      if entries.count == Self.namesAtOnce {
        try meet(entries)
        entries = []
      }
      return !stopped
    }
    try meet(entries)
    // The last that waits is looked at first.
    for place in directories.reversed() { below(place) }
  }
}
