/// A Latin spelling of a Cyrillic word.
package struct Spelling: Equatable, Sendable {
  package let latin: String
  /// The schemes that yield it, as places in `SchemeSet.schemes`.
  package let schemes: [Int]
}

/// All schemes in force.
package struct SchemeSet: Sendable {
  /// Sorted by id.
  package let schemes: [Scheme]
  private let tables: [CyrillicLanguage: [RewriteTable]]

  /// Throws where two schemes have one id.
  package init(_ schemes: [Scheme]) throws(NamesError) {
    self.schemes = schemes.sorted { ($0.id, $0.file) < ($1.id, $1.file) }
    tables = Dictionary(grouping: self.schemes, by: \.language).mapValues { $0.map(\.table) }
    for (one, other) in zip(self.schemes, self.schemes.dropFirst()) where one.id == other.id {
      throw NamesError(file: other.file, line: 1, cause: "\(other.id): this id is taken")
    }
  }

  /// The scheme of an id; nil where there is none.
  package subscript(id id: String) -> Scheme? { schemes.first { $0.id == id } }

  /// The distinct Latin spellings of a word in normal form NFC, in the order of the first scheme of
  /// its language that yields each.
  package func spellings(of word: String, language: CyrillicLanguage) -> [Spelling] {
    spellings(of: word, language: language, like: nil)
  }

  /// The same, but only those with these letters.
  func spellings(
    of word: String,
    language: CyrillicLanguage,
    like letters: FoldedLetters?
  ) -> [Spelling] {
    let text = CyrillicText(word.unicodeScalars)
    var found: [(latin: [UInt8], schemes: [Int])] = []
    for index in schemes.indices where schemes[index].language == language {
      if let letters, !schemes[index].table.spells(text, as: letters.letters.span) { continue }
      let latin = schemes[index].romanise(text)
      if let known = found.firstIndex(where: { $0.latin == latin }) {
        found[known].schemes.append(index)
      } else {
        found.append((latin, [index]))
      }
    }
    return found.map {
      Spelling(latin: String(decoding: $0.latin, as: UTF8.self), schemes: $0.schemes)
    }
  }

  /// Whether a scheme of the language spells a name in normal form NFC with these letters.
  func isSpelling(
    _ letters: FoldedLetters,
    of name: String,
    language: CyrillicLanguage
  ) -> Bool {
    let text = CyrillicText(name.unicodeScalars)
    return (tables[language] ?? []).contains { $0.spells(text, as: letters.letters.span) }
  }

  /// The first example of a file that its scheme doesn't live up to.
  package func firstBrokenExample() -> NamesError? {
    for scheme in schemes {
      for example in scheme.examples {
        let latin = scheme.romanise(example.cyrillic)
        if latin == example.latin { continue }
        let cause =
          "\(scheme.id): '\(example.cyrillic)' gives '\(latin)', wanted '\(example.latin)'"
        return NamesError(file: scheme.file, line: example.line, cause: cause)
      }
    }
    return nil
  }
}
