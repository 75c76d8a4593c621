import Dispatch
import Glibc
import Testing
import WinnowIO
import WinnowWatch

/// A fresh directory, gone after the test, with what tests do in an inbox.
final class TemporaryInbox: Sendable {
  /// Holds the inbox and what is prepared beside it.
  let parent: Path
  let path: Path

  init() throws {
    var template = Array("/tmp/winnow-watch-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap(mkdtemp).map { Path(String(cString: $0)) }
    }
    parent = try #require(made)
    path = parent.appending("inbox")
    try makeDirectory("inbox")
  }

  deinit { Self.removeTree(parent) }

  func makeDirectory(_ name: Path) throws {
    _ = try Directory(making: parent.appending(name))
  }

  /// Writes a file below the parent, and closes it.
  func write(_ name: Path, _ text: String = "text") throws {
    let file = try open(name)
    try file.writeAll(Array(text.utf8), name)
  }

  /// Makes a file below the parent, open for writing.
  func open(_ name: Path, _ flags: CInt = O_WRONLY | O_CREAT) throws -> OwnedDescriptor {
    try Directory(at: parent.appending(name).parent).open(name.name, flags)
  }

  func move(_ name: Path, to newName: Path) throws {
    try call("rename", name, newName) { rename($0, $1) }
  }

  func link(_ name: Path, to newName: Path) throws {
    try call("link", name, newName) { Glibc.link($0, $1) }
  }

  func removeInbox() { Self.removeTree(path) }

  private func call(
    _ call: String,
    _ a: Path,
    _ b: Path,
    _ body: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> CInt
  ) throws {
    try parent.appending(a).withCString { a throws(SystemError) in
      try parent.appending(b).withCString { b throws(SystemError) in
        try checked(call, self.path) { body(a, b) }
      }
    }
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

/// What a watcher delivered: every path, with the sizes it had at each delivery.
final class Delivered: Sendable {
  private let seen = Guarded([Path: [Int]]())

  var paths: Set<Path> { seen.use { Set($0.keys) } }
  func sizes(_ path: Path) -> [Int] { seen.use { $0[path] ?? [] } }

  func note(_ arrival: Arrival, in inbox: TemporaryInbox) {
    let place = inbox.path.appending(arrival.path)
    let status = try? Directory(at: place.parent).status(place.name)
    seen.use { $0[arrival.path, default: []].append(status?.size ?? -1) }
  }
}

extension WatchSettings {
  /// Quick to settle; a scan between times would hide an event that was missed.
  static let quick = WatchSettings(settle: 60_000_000, scanInterval: 3_600_000_000_000)
  /// Scans all the time.
  static let scanning = WatchSettings(settle: 60_000_000, scanInterval: 50_000_000)
}

/// Runs a watcher over an inbox, and always stops it.
func watching(
  _ inbox: TemporaryInbox,
  _ settings: WatchSettings = .quick,
  onDelivery: @escaping @Sendable (Arrival) -> Void = { _ in },
  _ body: (Watcher, Delivered) throws -> Void
) rethrows {
  let delivered = Delivered()
  let watcher = Watcher(inbox: inbox.path, settings: settings)
  watcher.start { arrival in
    delivered.note(arrival, in: inbox)
    onDelivery(arrival)
  }
  defer { watcher.stop() }
  try body(watcher, delivered)
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
