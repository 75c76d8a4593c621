import Glibc
import WinnowIO

/// What stands in the file beside a quarantined one.
struct ReasonFile: Equatable {
  static let ending = Array(".reason".utf8)
  /// Bytes; nobody writes a longer one.
  static let longest = 1 << 16

  let reason: QuarantineReason
  /// RFC 3339; nil where the file does not say.
  let when: String?
  /// Where the file lay in the inbox; nil where the file does not say.
  let original: Path?

  /// The name of the reason file of a quarantined file.
  static func name(for name: Path) -> Path { Path(bytes: name.bytes + ending) }

  /// The name of the file that a reason file is about.
  static func file(of name: Path) -> Path { Path(bytes: name.bytes.dropLast(ending.count)) }

  static func isOne(_ name: Path) -> Bool { name.bytes.suffix(ending.count) == ending[...] }

  init(reason: QuarantineReason, when: String?, original: Path?) {
    self.reason = reason
    self.when = when
    self.original = original
  }

  /// Reads it leniently: the file beside it counts, whatever this one says.
  init(bytes: [UInt8]) {
    let members = FlatJSON.members(of: bytes)
    func text(_ key: String) -> String? {
      if case .text(let text)? = members[key] { text } else { nil }
    }
    var code: CInt?
    if case .number(let number)? = members["errno"] { code = CInt(exactly: number) }
    reason = QuarantineReason(
      text("reason") ?? "unknown",
      detail: text("detail") ?? "",
      errno: code
    )
    when = text("when")
    let raw = text("path_base64").flatMap(Base64.decoded) ?? text("path").map { Array($0.utf8) }
    original = raw.map { Path(bytes: $0) }.flatMap { $0.staysBelow ? $0 : nil }
  }

  var bytes: [UInt8] {
    var members: [(key: String, value: FlatJSON.Value)] = [
      ("reason", .text(reason.reason)), ("detail", .text(reason.detail)),
      ("when", when.map { .text($0) } ?? .null),
      ("errno", reason.errno.map { .number(Int($0)) } ?? .null),
      ("path", original.map { .text($0.text) } ?? .null),
    ]
    if let original, Array(original.text.utf8) != original.bytes {
      members.append(("path_base64", .text(Base64.encoded(original.bytes))))
    }
    return FlatJSON.line(members)
  }
}

extension Path {
  /// Whether a path that somebody wrote down leads to a place below where it starts.
  package var staysBelow: Bool {
    !isEmpty && bytes.first != UInt8(ascii: "/") && !bytes.contains(0)
      && !names.contains { $0 == "." || $0 == ".." || $0.bytes.count > FileName.longest }
  }
}
