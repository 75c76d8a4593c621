/// What is wrong with entries of the gazetteer that can be read all the same.
extension Gazetteer {
  /// The first entry with a letter that is foreign to its language, or a name that another entry has too
  /// and nothing tells the two apart; nil where there is none.
  package func firstFault() -> NamesError? {
    var seen: [String: Entity] = [:]
    for entity in entities {
      for language in CyrillicLanguage.allCases {
        guard let name = entity.cyrillic[language] else { continue }
        if let letter = Self.foreignLetter(in: name, language) {
          return entity.table.error(
            "\(language.rawValue): '\(name)' has the letter '\(letter)', which \(language.rawValue) has not"
          )
        }
      }
      for name in [entity.press, entity.national].compactMap(\.self) + entity.also {
        if let letter = name.unicodeScalars.first(where: { (0x370..<0x530).contains($0.value) }) {
          return entity.table.error("'\(name)' wants Latin letters, and has '\(letter)'")
        }
      }
      let key = Self.identity(entity)
      if let other = seen[key] {
        return entity.table.error(
          "id: '\(entity.id)' and '\(other.id)' are one by all that is said"
        )
      }
      seen[key] = entity
    }
    return nil
  }

  /// A letter that the language has not, such as a Latin look-alike.
  private static func foreignLetter(in name: String, _ language: CyrillicLanguage) -> Unicode
    .Scalar?
  {
    // Abbreviations and trade names keep their Latin letters, as words of their own.
    for word in name.unicodeScalars.split(whereSeparator: { !$0.properties.isAlphabetic }) {
      if word.allSatisfy({ $0.value < 0x250 }) { continue }
      let foreign = word.first { scalar in
        let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        return !language.alphabet.unicodeScalars.contains(lower)
      }
      if let foreign { return foreign }
    }
    return nil
  }

  /// All that tells an entry from another: kind, names, place, type and spelling.
  private static func identity(_ entity: Entity) -> String {
    let names = CyrillicLanguage.allCases.map { entity.cyrillic[$0] ?? "" }
    let rest = [entity.kind.rawValue, entity.press ?? "", entity.within ?? "", entity.type ?? ""]
    return (names + rest).joined(separator: "|") + (entity.kind == .person ? entity.id : "")
  }
}
