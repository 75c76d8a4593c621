import Dispatch
import WinnowIO

/// Turns events into hints of where to look, and wakes who looks.
///
/// Events are read at once, also while the one who looks is busy, so that the kernel's queue stays
/// short.
final class Doorbell: @unchecked Sendable {
  // @unchecked because `tools` and `map` are touched on `InotifyTools.desk` alone.
  private var tools: InotifyTools?
  private var map = WatchMap()
  private let hints = Guarded(Hints())
  private let overflowCount = Guarded(0)
  private let bell = Bell()

  var overflows: Int { overflowCount.use { $0 } }
  var isSilent: Bool { hints.use { $0.isEmpty } }
  var watchedDirectories: Int { InotifyTools.desk.sync { map.count } }

  /// Connects to the library, starting it if nobody has; doing it again does no harm.
  func connect() throws(WatchError) {
    let started = try InotifyTools.started()
    let isFree = InotifyTools.desk.sync {
      if tools != nil { return true }
      guard started.attach({ [unowned self] in hear($0) }) else { return false }
      tools = started
      return true
    }
    if !isFree { throw .taken }
  }

  /// Gives the library back, with no watch left.
  func disconnect() {
    forgetDirectories()
    InotifyTools.desk.sync {
      tools?.detach()
      tools = nil
    }
  }

  /// Watches a directory that lies at `path` in the inbox, or notes that it lies there now.
  func watch(_ directory: Directory, at path: Path, scan: Int) throws(WatchError) {
    if let fileSystem = directory.networkFileSystem {
      throw .network(directory.path, fileSystem: fileSystem)
    }
    let answer: Result<Void, WatchError> = InotifyTools.desk.sync {
      guard let tools else { return .success(()) }
      do throws(SystemError) {
        let identity = WatchMap.Identity(try directory.status())
        // An event that waits may say that a directory is gone whose inode this one has now.
        tools.drain()
        if map.found(identity, at: path, scan: scan) { return .success(()) }
        let watch: CInt = try tools.watch(directory)
        map.add(watch, identity, at: path, scan: scan)
        return .success(())
      } catch {
        return .failure(.refused(error))
      }
    }
    try answer.get()
  }

  /// Stops watching what a full scan did not meet.
  func forgetUnseen(since scan: Int) {
    InotifyTools.desk.sync { forget { $0.unseen(since: scan) } }
  }

  /// Stops watching all directories: the inbox is another one, or none.
  func forgetDirectories() {
    InotifyTools.desk.sync { forget(\.all) }
  }

  /// The hints since the last time; they are the caller's now.
  func take() -> Hints.Batch { hints.use { $0.take() } }

  /// Returns when there are hints, when rung by hand, or at a time of the monotonic clock.
  func wait(until time: Int64) {
    if isSilent { bell.wait(until: time) }
  }

  /// Returns when rung, or at a time of the monotonic clock.
  func pause(until time: Int64) { bell.wait(until: time) }

  /// Wakes who waits, though no event came.
  func ring() { bell.ring() }

  /// Asks for a full scan.
  func ringForEverything() { tell { $0.addEverything() } }

  private func forget(_ which: (WatchMap) -> [CInt]) {
    // Directories that are gone leave the map first, for the library must not be asked about them.
    tools?.drain()
    for watch in which(map) {
      map.remove(watch)
      tools?.unwatch(watch)
    }
  }

  private func tell(_ change: (inout Hints) -> Void) {
    let isFirst = hints.use { hints in
      let wasEmpty = hints.isEmpty
      change(&hints)
      return wasEmpty
    }
    if isFirst { ring() }
  }

  private func hear(_ event: InotifyEvent) {
    dispatchPrecondition(condition: .onQueue(InotifyTools.desk))
    if event.says(.overflow) {
      overflowCount.use { $0 += 1 }
      map.doubt()
      return ringForEverything()
    }
    guard let directory = map.path(event.watch) else { return }
    if event.says(.watchGone) { map.remove(event.watch) }
    if event.name.isEmpty {
      // About the directory itself: only the inbox has no parent that tells the same.
      if directory.isEmpty || event.says(.unmounted) { ringForEverything() }
    } else if !WaitingNames.wait(event.name) {
      let place = directory.appending(event.name)
      tell { $0.add(event.says(.directory) ? .directory(place) : .file(place)) }
    }
  }
}
