import Glibc
import WinnowIO

/// The small file system that winnow lives in: a checkout, or `/` once it is installed.
package struct Root: Sendable {
  package let path: Path

  package init(_ path: String) { self.path = Path(path) }

  private init(_ path: Path) { self.path = path }

  package var settingsFile: Path { path.appending("etc/winnow/winnow.toml") }
  package var rules: Path { path.appending("etc/winnow/rules.d") }
  package var model: Path { path.appending("etc/winnow/lines.model") }
  package var schemes: Path { path.appending("etc/winnow/schemes") }
  package var names: Path { path.appending("etc/winnow/names.d") }
  package var spool: Path { path.appending("var/spool/winnow") }
  /// Where documents are dropped.
  package func inbox(_ settings: Settings) -> Path {
    settings.inbox.isEmpty ? spool.appending("inbox") : path.appending(settings.inbox)
  }

  package var store: Path { path.appending("var/lib/winnow") }

  /// The nearest directory above the program itself that holds `etc/winnow`; `/` where none does.
  ///
  /// So a build in a checkout finds the checkout, an installed program finds `/`, and a program that
  /// was unpacked on a node of a cluster finds what was unpacked with it; no environment is asked.
  package static func ofThisProgram() -> Root {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    guard length > 0 else { return Root("/") }
    var path = Path(bytes: buffer.prefix(length).map { UInt8(bitPattern: $0) }).parent
    while path.bytes.count > 1 {
      if (try? Directory(at: path.appending("etc/winnow"))) != nil { return Root(path) }
      path = path.parent
    }
    return Root("/")
  }
}
