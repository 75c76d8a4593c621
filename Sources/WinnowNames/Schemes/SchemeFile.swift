import WinnowTOML

extension Scheme {
  private static let keys = [
    "id", "name", "language", "kind", "source", "letters", "rules", "examples",
  ]

  /// Reads a scheme file.
  ///
  /// - Throws: `NamesError` with the file, the line, what it wants and what it got.
  package init(file: String, text: String) throws(NamesError) {
    do throws(ConfigurationError) {
      try self.init(ConfigurationTable(file: file, text: text))
    } catch {
      throw NamesError(error)
    }
  }

  private init(_ table: ConfigurationTable) throws(ConfigurationError) {
    try table.refuseUnknownKeys(known: Self.keys)
    func phrase(_ key: String, _ wants: String) throws(ConfigurationError) -> String {
      try table.required(try table.string(key), key, wants: wants)
    }
    file = table.file
    id = try phrase("id", "a name such as be-national-2007")
    name = try phrase("name", "its name in print")
    source = try phrase("source", "the document that lays it down")
    language = try Self.oneOf(CyrillicLanguage.self, "language", table)
    kind = try Self.oneOf(Kind.self, "kind", table)
    guard id.hasPrefix("\(language.rawValue)-") else {
      throw table.error("id", "wants to begin with '\(language.rawValue)-', got '\(id)'")
    }
    self.table = try RewriteTable(Self.rewrites(table, language))
    examples = try Self.examples(table)
  }

  private static func oneOf<Choice: RawRepresentable<String> & CaseIterable>(
    _ type: Choice.Type,
    _ key: String,
    _ table: ConfigurationTable
  ) throws(ConfigurationError) -> Choice {
    let names = type.allCases.map(\.rawValue).joined(separator: ", ")
    let name = try table.required(try table.string(key), key, wants: "one of \(names)")
    guard let choice = type.init(rawValue: name) else {
      throw table.error(key, "wants one of \(names), got '\(name)'")
    }
    return choice
  }

  /// The rules in the order of the file, then the plain letters: the first that fits counts.
  private static func rewrites(
    _ table: ConfigurationTable,
    _ language: CyrillicLanguage
  ) throws(ConfigurationError) -> [[Rewrite]] {
    var rewrites = [[Rewrite]](repeating: [], count: CyrillicLetter.count)
    func add(_ key: String, areRules: Bool) throws(ConfigurationError) {
      for row in try Row.all(key, table) {
        for word in row.text.split(separator: " ") {
          let (rewrite, fault) = Rewrite.read(word)
          guard let rewrite else { throw row.error(fault) }
          let code = Int(rewrite.letters[0])
          if !areRules, !rewrite.isPlain {
            throw row.error("'\(word)' is for rules; here stand single letters")
          }
          if rewrites[code].contains(where: \.isPlain) {
            throw row.error("'\(word)': this letter has its Latin already")
          }
          rewrites[code].append(rewrite)
        }
      }
    }
    try add("rules", areRules: true)
    try add("letters", areRules: false)
    for letter in language.alphabet.unicodeScalars {
      let code = Int(CyrillicLetter.code(of: letter).code)
      guard rewrites[code].contains(where: \.isPlain) else {
        throw table.error("letters", "wants every letter of the alphabet; '\(letter)' is missing")
      }
    }
    return rewrites
  }

  private static func examples(_ table: ConfigurationTable) throws(ConfigurationError) -> [Example]
  {
    var examples: [Example] = []
    for row in try Row.all("examples", table) where !row.text.isEmpty {
      guard let sign = row.text.firstRange(of: " = ") else {
        throw row.error("wants Cyrillic = Latin, got '\(row.text)'")
      }
      let cyrillic = String(row.text[..<sign.lowerBound])
      let latin = String(row.text[sign.upperBound...])
      examples.append(Example(cyrillic: cyrillic, latin: latin, line: row.line))
    }
    if examples.isEmpty { throw table.error("examples", "wants rows of Cyrillic = Latin") }
    return examples
  }
}

/// A row of a value that goes over several lines.
private struct Row {
  let text: Substring
  let file: String
  let line: Int
  let key: String

  func error(_ cause: String) -> ConfigurationError {
    ConfigurationError(file: file, line: line, cause: "\(key): \(cause)")
  }

  /// The rows of a text; none where the key is missing.
  static func all(_ key: String, _ table: ConfigurationTable) throws(ConfigurationError) -> [Row] {
    guard let text = try table.string(key) else { return [] }
    // The parser drops the line break after the opening quotes.
    let first = table.error(key, "").line + (text.contains("\n") ? 1 : 0)
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      Row(text: $1, file: table.file, line: first + $0, key: key)
    }
  }
}
