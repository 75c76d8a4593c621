import Glibc
import WinnowIO

/// Looking at one place, and again until it can be told whether it is complete.
extension Feeder {
  /// Looks where an event pointed.
  func follow(_ hint: Hints.Hint, _ root: Directory) {
    switch hint {
    case .directory(let path): scanTree(path, root)
    case .file(let place): look(at: place, root)
    }
    publishNowAndThen()
  }

  /// Looks again at the files that are due for it.
  func lookAgain(_ root: Directory) {
    for place in settling.due(now: Clock.monotonic) where !stopped { look(at: place, root) }
  }

  /// Delivers a file, lets it wait, or leaves it, as it looks now.
  func consider(
    _ place: Path,
    in directory: Directory,
    _ trustsLeases: Bool,
    _ root: Directory
  ) {
    let look = Look.at(place.name, in: directory, trustsLeases: trustsLeases)
    let now = Clock.monotonic
    switch look {
    case .gone:
      settling.remove(place)
    case .irregular:
      settling.remove(place)
      ignore(place)
    case .complete:
      settling.remove(place)
      deliver(Arrival(path: place))
    case .written:
      if hasRoom(for: place, root) { settling.isWritten(place, now: now) }
    case .unsure(let status):
      if hasRoom(for: place, root), settling.isStill(place, status, now: now) {
        deliver(Arrival(path: place))
      }
    case .refused(let error):
      settling.remove(place)
      trouble = error
      scanSoon()
    }
  }

  /// Counts what is neither a file nor a directory.
  func ignore(_ place: Path) {
    if counting == nil { irregular.add(place) } else { counting?.add(place) }
  }

  private func look(at place: Path, _ root: Directory) {
    let parent = place.parent
    do throws(SystemError) {
      let directory = parent.isEmpty ? root : try root.directory(parent)
      consider(place, in: directory, directory.networkFileSystem == nil, root)
    } catch {
      settling.remove(place)
      if [ENOENT, ENOTDIR, ELOOP].contains(error.code) { return }
      trouble = error
      scanSoon()
    }
  }

  /// Whether one more file can wait to be looked at again; if not, a scan finds it.
  ///
  /// A scan that meets more files than can wait stands still until the first of them have settled,
  /// so that a million of them are walked through once.
  private func hasRoom(for place: Path, _ root: Directory) -> Bool {
    if settling.contains(place) || !settling.isFull { return true }
    if settling.nextLook <= Clock.monotonic + settings.settle {
      while !stopped && Clock.monotonic < settling.nextLook {
        queue.resting { doorbell.pause(until: settling.nextLook) }
      }
      lookAgain(root)
    }
    if settling.isFull { scanSoon() }
    return !settling.isFull
  }
}
