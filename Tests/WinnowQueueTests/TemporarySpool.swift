import Glibc
import Testing
import WinnowIO
import WinnowQueue
import WinnowWatch

/// A fresh spool, gone after the test.
final class TemporarySpool: Sendable {
  let parent: Path
  let spool: Spool

  /// A spool whose inbox is its own, or elsewhere, on another file system.
  init(inbox: Path? = nil) throws {
    parent = try Self.temporaryDirectory(in: "/tmp")
    spool = try Spool(parent: parent, inbox: inbox)
  }

  deinit { Self.removeTree(parent) }

  static func temporaryDirectory(in folder: String) throws -> Path {
    var template = Array("\(folder)/winnow-queue-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap(mkdtemp).map { Path(String(cString: $0)) }
    }
    return try #require(made)
  }

  /// Writes a file into the inbox.
  func drop(_ path: Path, _ text: String = "text") throws {
    let folder = try Directory(making: spool.inbox.appending(path.parent))
    try folder.replace(path.name, with: Array(text.utf8), durable: false)
  }

  /// Writes a file into the inbox and claims it.
  func claim(_ path: Path, _ text: String = "text") throws -> Claim {
    try drop(path, text)
    return try #require(try spool.claim(Arrival(path: path)))
  }

  /// The text of a file below the spool; nil where there is none.
  func text(_ path: Path) -> String? {
    let place = parent.appending(path)
    let bytes = try? Directory(at: place.parent).read(place.name, limit: 1 << 20)
    return bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// All files below a directory of the spool.
  func files(_ state: Path) -> Set<Path> {
    var found: Set<Path> = []
    func walk(_ below: Path) {
      guard let directory = try? Directory(at: parent.appending(state).appending(below)) else {
        return
      }
      try? directory.forEachEntry { entry throws(SystemError) in
        let place = below.appending(entry.name)
        let kind = try directory.status(entry.name)?.kind
        if kind == .directory { walk(place) } else { found.insert(place) }
        return true
      }
    }
    walk(Path(bytes: []))
    return found
  }

  static func removeTree(_ path: Path) {
    if let directory = try? Directory(at: path) {
      try? directory.forEachEntry { entry throws(SystemError) in
        let kind = try directory.status(entry.name)?.kind
        if kind == .directory {
          removeTree(path.appending(entry.name))
        } else {
          try directory.remove(entry.name)
        }
        return true
      }
    }
    if let parent = try? Directory(at: path.parent) { try? parent.removeDirectory(path.name) }
  }
}

/// Whether something comes true within some seconds.
func eventually(within seconds: Double = 20, _ condition: () -> Bool) -> Bool {
  let deadline = Clock.monotonic + Int64(seconds * 1e9)
  while Clock.monotonic < deadline {
    if condition() { return true }
    usleep(2_000)
  }
  return condition()
}
