import WinnowTOML

/// The rules of one file, read from TOML.
package struct RuleFile: Sendable {
  /// The file's path or name, for messages.
  package let file: String
  package let rules: [Rule]
  /// Lists of words that patterns may name in braces.
  package let slots: [String: [String]]

  private static let ruleKeys =
    ["id", "why", "where", "removes", "keeps"] + Rule.Way.allCases.map(\.rawValue)

  /// Reads a rule file.
  ///
  /// - Throws: `ConfigurationError` with the line, the key, what it wants and what it got.
  package init(file: String, text: String) throws(ConfigurationError) {
    let table = try ConfigurationTable(file: file, text: text)
    try table.refuseUnknownKeys(known: ["language", "slots", "rule"])
    self.file = file
    var slots: [String: [String]] = [:]
    if let lists = try table.table("slots") {
      for key in lists.keys { slots[key] = try lists.strings(key) }
    }
    self.slots = slots
    let language = try table.string("language") ?? "any"
    var rules: [Rule] = []
    for rule in try table.tables("rule") { rules.append(try Self.rule(rule, language)) }
    self.rules = rules
  }

  private static func rule(
    _ table: ConfigurationTable,
    _ language: String
  ) throws(ConfigurationError) -> Rule {
    try table.refuseUnknownKeys(known: ruleKeys)
    let id = try table.required(try table.string("id"), "id", wants: "a name such as en.share")
    if id.isEmpty || !id.utf8.allSatisfy({ $0.isIDPart }) {
      throw table.error("id", "wants lower-case letters, digits, dots and hyphens, got '\(id)'")
    }
    var patterns: [Rule.Way: [String]] = [:]
    for way in Rule.Way.allCases { patterns[way] = try table.strings(way.rawValue) }
    if patterns.isEmpty {
      throw table.error("id", "\(id) wants at least one of lines, starts, ends, parts")
    }
    var place = Rule.Place.anywhere
    if let name = try table.string("where") {
      guard let known = Rule.Place(rawValue: name) else {
        throw table.error("where", "wants 'anywhere' or 'outside', got '\(name)'")
      }
      place = known
    }
    if place == .outside, patterns[.parts] != nil {
      throw table.error(
        "parts",
        "a part of a line is never outside the article; wants where = 'anywhere'"
      )
    }
    let why = try table.string("why")
    let removes = try table.strings("removes")
    let keeps = try table.strings("keeps")
    return Rule(
      id: id,
      language: language,
      why: try table.required(why, "why", wants: "a phrase"),
      place: place,
      patterns: patterns,
      removes: try table.required(removes, "removes", wants: "lines that it must remove"),
      keeps: try table.required(keeps, "keeps", wants: "lines that it must leave alone"),
      file: table.file,
      line: table.line
    )
  }
}

extension UInt8 {
  fileprivate var isIDPart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
