import WinnowIO

/// Which watch stands for which directory; the library's own map does not follow renames.
struct WatchMap {
  /// A directory, whatever it is called.
  struct Identity: Hashable {
    let device: UInt64
    let inode: UInt64

    init(_ status: FileStatus) {
      device = status.device
      inode = status.inode
    }
  }

  private struct Place {
    var path: Path
    let identity: Identity
    /// The full scan that saw it last.
    var scan: Int
  }

  private var places: [CInt: Place] = [:]
  private var watches: [Identity: CInt] = [:]

  var count: Int { places.count }
  var all: [CInt] { Array(places.keys) }

  func path(_ watch: CInt) -> Path? { places[watch]?.path }

  /// Notes where a directory lies now; false where it is not watched yet.
  mutating func found(_ identity: Identity, at path: Path, scan: Int) -> Bool {
    guard let watch = watches[identity] else { return false }
    places[watch]?.path = path
    places[watch]?.scan = scan
    return true
  }

  mutating func add(_ watch: CInt, _ identity: Identity, at path: Path, scan: Int) {
    places[watch] = Place(path: path, identity: identity, scan: scan)
    watches[identity] = watch
  }

  mutating func remove(_ watch: CInt) {
    guard let place = places.removeValue(forKey: watch) else { return }
    if watches[place.identity] == watch { watches[place.identity] = nil }
  }

  /// Forgets which directories are watched, after events were lost that may have said that some
  /// are gone and their inodes somebody else's; watching a directory again does no harm.
  mutating func doubt() { watches.removeAll() }

  /// The watches that a full scan did not meet: moved out of the inbox, or hidden by now.
  func unseen(since scan: Int) -> [CInt] {
    places.filter { $0.value.scan < scan }.map(\.key)
  }
}
