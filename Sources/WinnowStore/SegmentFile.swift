import WinnowIO

/// One file of the store that holds records.
package struct SegmentFile: Hashable, Sendable {
  package enum Form: Sendable { case active, raw, zstd }

  /// From 1; the active segment has the number that it will be closed under.
  package let number: Int
  package let form: Form

  static let activeName: Path = "records.jsonl"

  package init(number: Int, form: Form) {
    self.number = number
    self.form = form
  }

  package var name: Path {
    switch form {
    case .active: Self.activeName
    case .raw: Path(closedName)
    case .zstd: Path(closedName + ".zst")
    }
  }

  /// Its name once it is closed and as long as it is not compressed.
  var closedName: String {
    let digits = String(number)
    return "records-\(String(repeating: "0", count: max(0, 6 - digits.utf8.count)))\(digits).jsonl"
  }

  /// The name of the copy that is kept of a torn tail.
  func tornName(at offset: Int) -> String { "torn-\(closedName)-\(offset)" }

  /// A closed segment's number and form read from its name; nil for any other name.
  init?(closed name: Path) {
    var text = name.text[...]
    guard text.hasPrefix("records-") else { return nil }
    text = text.dropFirst(8)
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard digits.utf8.count >= 6, let number = Int(digits), number > 0 else { return nil }
    switch text.dropFirst(digits.count) {
    case ".jsonl": self.init(number: number, form: .raw)
    case ".jsonl.zst": self.init(number: number, form: .zstd)
    default: return nil
    }
    // A number has one way to be written, else two files would be one segment.
    guard self.name == name else { return nil }
  }
}
