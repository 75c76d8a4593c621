/// One word of a name as the gazetteer has it, in the nominative, with what its declension depends on.
///
/// A hyphen divides words: Ростов-на-Дону is three, and only the first of them has cases.
package struct NameWord: Sendable {
  package enum Language: String, Sendable, CaseIterable {
    case be, ru, uk
  }

  package enum Part: Int, Sendable, CaseIterable {
    case given, patronymic, surname, place
    /// An adjective before a noun: the first word of Мінская вобласць.
    case adjective
    /// A common noun: the second word of Мінская вобласць.
    case noun

    var isPerson: Bool { rawValue <= Part.surname.rawValue }
  }

  package enum Gender: Int, Sendable, CaseIterable {
    case masculine, feminine, neuter
  }

  /// In UTF-8.
  package let text: [UInt8]
  package let language: Language
  package let part: Part
  /// Nil for a place, an adjective or a noun whose ending tells it; a person's has to be known.
  package let gender: Gender?

  package init(_ text: String, _ language: Language, _ part: Part, _ gender: Gender? = nil) {
    self.text = Array(text.utf8)
    self.language = language
    self.part = part
    self.gender = gender
  }
}
