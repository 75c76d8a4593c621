import Foundation
import WinnowClean
import WinnowText

/// Rules for tests: those that ship, and small ones written on the spot.
enum TestRules {
  /// The checkout that this file is in.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The rule files under etc, by name.
  static func shippedNames() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".toml") }.sorted()
  }

  static func shippedFile(_ name: String) throws -> RuleFile {
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    return try RuleFile(file: name, text: text)
  }

  private static let folder = root.appendingPathComponent("etc/winnow/rules.d")

  /// The rules that ship, compiled once.
  static let shipped = Result { try RuleSet(shippedNames().map(shippedFile)) }

  /// One rule `t.rule` with these patterns, and a list of words.
  static func rule(
    _ way: Rule.Way,
    _ patterns: [String],
    place: Rule.Place = .anywhere,
    slots: String = "month = ['may', 'june']\nweekday = ['monday']\ndateword = ['at', 'of']\n"
  ) throws -> RuleSet {
    let list = patterns.map { "\"\($0)\"" }.joined(separator: ", ")
    let text = """
      [slots]
      \(slots)
      [[rule]]
      id = "t.rule"
      why = "a test"
      where = "\(place.rawValue)"
      \(way.rawValue) = [\(list)]
      removes = ["x"]
      keeps = ["y"]
      """
    return try RuleSet([RuleFile(file: "t.toml", text: text)])
  }
}

extension RuleSet {
  /// What is left of a text, as a careful cleaner leaves it.
  func cleaned(_ text: String, level: CleanLevel = .careful) -> String {
    let document = Document(utf8: Array(text.utf8))
    let cleaned = Cleaner(rules: self, level: level).clean(document)
    return String(decoding: cleaned.document.text, as: UTF8.self)
  }

  /// Whether a line that stands alone goes as a whole.
  func removes(_ line: String) -> Bool { cleaned(line).isEmpty }
}
