import Glibc
import WinnowIO

/// A fresh directory that is gone, with all that is in it, when the test is over.
final class TemporaryDirectory {
  let path: Path
  let directory: Directory

  init() throws {
    var template = Array("/tmp/winnow-io-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError("mkdtemp", "/tmp") }
    path = Path(bytes: template.dropLast().map { UInt8(bitPattern: $0) })
    directory = try Directory(at: path)
  }

  deinit { Self.clear(directory, path) }

  private static func clear(_ directory: Directory, _ path: Path) {
    try? directory.forEachEntry { entry throws(SystemError) in
      if entry.kind == .directory {
        clear(try directory.directory(entry.name), path.appending(entry.name))
      } else {
        try directory.remove(entry.name)
      }
      return true
    }
    _ = path.text.withCString { rmdir($0) }
  }

  func write(_ name: Path, _ text: String) throws {
    try directory.open(name, O_WRONLY | O_CREAT | O_TRUNC).writeAll(Array(text.utf8), name)
  }

  func read(_ name: Path) throws -> String {
    String(decoding: try directory.read(name, limit: 1 << 20), as: UTF8.self)
  }

  /// Makes a link that points wherever it likes.
  func link(_ name: Path, to target: Path) throws {
    try target.withCString { target throws(SystemError) in
      try name.withCString { text throws(SystemError) in
        try checked("symlink", name) { symlinkat(target, directory.descriptor, text) }
      }
    }
  }

  /// The names in it, in order.
  func names() throws -> [Path] {
    var names: [Path] = []
    try directory.forEachEntry { entry throws(SystemError) in
      names.append(entry.name)
      return true
    }
    return names.sorted()
  }
}

/// The error number that the kernel refuses with; nil where it refuses nothing.
func refusal(_ body: () throws -> Void) -> CInt? {
  do {
    try body()
    return nil
  } catch { return (error as? SystemError)?.code ?? -1 }
}
