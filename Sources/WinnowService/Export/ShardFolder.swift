import Glibc
import WinnowIO
import WinnowRecord

/// A folder of shards and their manifest, which is there whole or not at all.
struct ShardFolder {
  private let parent: Directory
  private let name: Path
  /// Where they lie until they are whole.
  private let making: Directory
  private let makingName: Path
  private(set) var shards: [Shard] = []

  /// Makes it beside where it will be, which must be free or an empty directory.
  init(_ path: Path, shards count: Int) throws(SystemError) {
    name = path.name
    makingName = Path(bytes: [UInt8(ascii: ".")] + name.bytes + Array(".part".utf8))
    let above = path.names.dropLast().reduce(Path(path.bytes.first == 0x2F ? "/" : ".")) {
      $0.appending($1)
    }
    parent = try Directory(at: above)
    if try parent.status(name) != nil {
      try parent.directory(name).forEachEntry { _ throws(SystemError) in
        throw SystemError("rename", path, code: ENOTEMPTY)
      }
    }
    making = try parent.makeDirectory(makingName)
    let (descriptor, place) = (making.descriptor, making.path)
    try checked("flock", place) { flock(descriptor, LOCK_EX | LOCK_NB) }
    // What one that was cut short has left.
    try making.forEachEntry { [making] entry throws(SystemError) in
      try making.remove(entry.name)
      return true
    }
    for number in 0..<count { shards.append(try Shard(number: number, in: making)) }
  }

  /// Adds a line to the smallest shard, the first of them where there are many.
  func add(_ line: [UInt8]) throws(SystemError) {
    try shards.min { $0.bytes < $1.bytes }?.add(line)
  }

  /// Puts it in its place, once all of it is on the disk; the manifest lacks its list of shards.
  func finish(manifest: JSONWriter) throws(SystemError) {
    for shard in shards { try shard.finish() }
    var manifest = manifest
    manifest.raw(#""shards":[\#(shards.map(\.json).joined(separator: ","))]}"# + "\n")
    try making.replace("manifest.json", with: manifest.bytes, durable: true, mode: 0o666)
    try parent.move(makingName, to: parent, as: name, replacing: true)
    try parent.sync()
  }
}
