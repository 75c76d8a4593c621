/// One person, place or organisation of the gazetteer.
package struct Entity: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case person, place, organisation
  }

  /// Whose script and rules its own name follows.
  package enum Home: String, CaseIterable, Sendable {
    case be, ru, uk, latin
  }

  /// A name that a place or body had before, with years where they are known.
  package struct Former: Sendable {
    package let cyrillic: [CyrillicLanguage: String]
    package let latin: String?
  }

  package let id: String
  package let kind: Kind
  /// The name in each language whose press has one, in the nominative: a person's given name,
  /// patronymic and surname.
  package let cyrillic: [CyrillicLanguage: String]
  package let home: Home
  /// Nil for what is no person.
  package let gender: GivenName.Gender?
  /// The spelling of the English-language press; nil where nothing but a scheme tells it.
  package let press: String?
  /// The official Latin spelling, where it is not what the national scheme yields.
  package let national: String?
  /// Further Latin spellings in use.
  package let also: [String]
  /// Abbreviations and short names, Latin or Cyrillic.
  package let short: [String]
  package let former: [Former]
  /// Phrases around `{}` in which the name means something else.
  package let not: [String]
  /// Whether the bare surname means this person, or the name of several places this one.
  package let isProminent: Bool
  /// The country or district, for places.
  package let within: String?
  /// What kind of place or body.
  package let type: String?
  /// How sure the gazetteer's author is, 0 to 1.
  package let confidence: Double
  /// Where it stands, for messages.
  let table: EntityPlace
}

/// Where an entry of the gazetteer stands.
struct EntityPlace: Sendable {
  let file: String
  /// Counted from 1.
  let line: Int

  func error(_ cause: String) -> NamesError { NamesError(file: file, line: line, cause: cause) }
}

extension Entity {
  /// Whether people live there: a place that is no district, river or region.
  var isSettlement: Bool { kind == .place && ["city", "town", "village"].contains(type) }

  /// The name in the language of its home; nil where it is at home in Latin letters.
  package var own: (language: CyrillicLanguage, name: String)? {
    guard let language = CyrillicLanguage(rawValue: home.rawValue), let name = cyrillic[language]
    else { return nil }
    return (language, name)
  }
}
