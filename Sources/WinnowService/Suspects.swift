import WinnowIO

/// How often each claimed file was worked on alone when the program ended: one that ends it each time is
/// known by that.
///
/// They are kept in the store's directory, by name, and noted before the work begins. It is no matter of
/// power cuts, so that no disk is waited for.
struct Suspects {
  /// So often a kill may come by chance.
  static let most = 3
  private static let name: Path = "suspects"
  private static let limit = 1 << 20

  private let directory: Directory
  /// What earlier starts have noted, of files that this one has not come to.
  private var earlier: [Path: Int]
  private var underway: [Path: Int] = [:]

  /// Reads what is noted; what can't be read is nothing.
  init(_ directory: Directory) {
    self.directory = directory
    earlier = [:]
    for line in (try? directory.read(Self.name, limit: Self.limit))?.split(separator: 0) ?? [] {
      let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 1)
      guard parts.count == 2, let times = Int(String(decoding: parts[0], as: UTF8.self)) else {
        continue
      }
      earlier[Path(bytes: parts[1])] = times
    }
  }

  /// Notes that a file is about to be worked on; returns how often the program has ended at it.
  mutating func begin(_ path: Path) -> Int {
    let times = earlier.removeValue(forKey: path) ?? 0
    underway[path] = times + 1
    write(earlier.merging(underway) { $1 })
    return times
  }

  /// The file has been worked on, and the program is still here.
  mutating func clear(_ path: Path) { underway[path] = nil }

  /// All that was claimed has been worked on, but for files that take long.
  func end() {
    if underway.isEmpty {
      try? directory.remove(Self.name)
    } else {
      write(underway)
    }
  }

  private func write(_ times: [Path: Int]) {
    let lines: [UInt8] = times.flatMap { path, count in
      Array("\(count) ".utf8) + path.bytes + [0]
    }
    // Without the note a crash is not known for what it is, and nothing is lost.
    try? directory.replace(Self.name, with: lines, durable: false)
  }
}
