/// A file's path as the kernel knows it: bytes, not text.
///
/// Names on Linux are any bytes but NUL and `/`, so a path is never forced through a `String`.
package struct Path: Hashable, Comparable, Sendable {
  /// The bytes between the slashes, and the slashes.
  package let bytes: [UInt8]

  package init(bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  package init(_ text: String) {
    bytes = Array(text.utf8)
  }

  package static func < (a: Path, b: Path) -> Bool {
    a.bytes.lexicographicallyPrecedes(b.bytes)
  }

  /// The path as text for a record or a file name on screen; bytes that are not UTF-8 show as U+FFFD.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// This path and one more name below it; an absolute name stands alone, as in a shell.
  package func appending(_ name: Path) -> Path {
    if bytes.isEmpty || name.bytes.first == UInt8(ascii: "/") { return name }
    if name.bytes.isEmpty { return self }
    let slash = bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]
    return Path(bytes: bytes + slash + name.bytes)
  }

  /// This path and one more name below it.
  package func appending(_ name: String) -> Path { appending(Path(name)) }

  /// The names between the slashes.
  package var names: [Path] {
    bytes.split(separator: UInt8(ascii: "/")).map { Path(bytes: $0) }
  }

  /// The last name.
  package var name: Path { names.last ?? Path(bytes: []) }

  /// All but the last name, without a slash at its end; empty where there is only one.
  package var parent: Path {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return Path(bytes: []) }
    return Path(bytes: slash == 0 ? bytes[...0] : bytes[..<slash])
  }

  package var isEmpty: Bool { bytes.isEmpty }
}

extension Path: CustomStringConvertible {
  /// The path for a one-line message: control characters are escaped, so that no file name can
  /// forge a line of the log.
  package var description: String {
    text.unicodeScalars.map {
      $0.value < 32 || 127..<160 ~= $0.value ? $0.escaped(asASCII: true) : String($0)
    }
    .joined()
  }
}

extension Path: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(text) }
}
