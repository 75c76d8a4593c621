import Glibc
import WinnowIO

/// The right to write to a store; the kernel takes it back when the process ends, however it ends.
package final class StoreLock: Sendable {
  /// The command that has the lock.
  package enum Purpose: String, Sendable {
    case run, once
    case importing = "import"
    case forgetting = "rules forget"
    case repairing = "verify --repair"
  }

  private static let name: Path = "lock"
  private let file: OwnedDescriptor

  /// Lets the next writer in, though the file is still open.
  func release() { _ = flock(file.raw, LOCK_UN) }

  /// - Throws: `.inUse` with the other process where there is one.
  init(_ directory: Directory, purpose: Purpose = .run) throws(StoreError) {
    let path = directory.path.appending(Self.name)
    let file = try wanting("lock the store") { () throws(SystemError) in
      try directory.open(Self.name, O_RDWR | O_CREAT, mode: 0o640)
    }
    // Who only asks for the holder has the lock for a moment.
    var tries = 0
    while !file.tryLock() {
      tries += 1
      guard tries < 20 else { throw .inUse(path, holder: "\(Self.holder(file, path))") }
      usleep(10_000)
    }
    // Who holds it is told to people only: no reason to stop on a full disk.
    let own = Array("\(getpid())\n\(purpose.rawValue)\n".utf8)
    if file.write(own[...], path).refused == nil { try? file.truncate(to: own.count, path) }
    self.file = file
  }

  /// The process that has a store open.
  package struct Holder: Equatable, Sendable, CustomStringConvertible {
    /// nil where the lock does not say.
    package let pid: Int32?
    /// nil where the lock does not say.
    package let purpose: Purpose?
    /// Its number and command, as far as they are known.
    package let description: String

    package init(pid: Int32?, purpose: Purpose? = nil, description: String) {
      self.pid = pid
      self.purpose = purpose
      self.description = description
    }
  }

  /// The process that has the store of a directory open; nil where none has.
  package static func holder(of directory: Directory) -> Holder? {
    let path = directory.path.appending(name)
    guard let file = try? directory.open(name, O_RDONLY), !file.tryLock() else { return nil }
    return holder(file, path)
  }

  private static func holder(_ file: borrowing OwnedDescriptor, _ path: Path) -> Holder {
    let words = ((try? file.read(at: 0, count: 64, path)) ?? []).split(separator: 0x0A)
      .map { String(decoding: $0, as: UTF8.self) }
    guard let pid = words.first.flatMap({ Int32($0) }) else {
      return Holder(pid: nil, description: "another process")
    }
    let purpose = words.dropFirst().first.flatMap { Purpose(rawValue: $0) }
    guard let own = try? Directory(at: Path("/proc/\(pid)")),
      let command = try? own.read("comm", limit: 64)
    else { return Holder(pid: pid, purpose: purpose, description: "process \(pid)") }
    let name = Path(bytes: command.prefix { $0 != 0x0A })
    let whole = purpose.map { "\(name) \($0.rawValue)" } ?? "\(name)"
    return Holder(pid: pid, purpose: purpose, description: "process \(pid) (\(whole))")
  }
}
