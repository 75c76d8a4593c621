/// All that is known of names: the entities, given names and schemes in force, ready to be looked up.
package struct Gazetteer: Sendable {
  package let schemes: SchemeSet
  let index: NameIndex
  let persons: Persons
  let given: GivenTable
  /// All given names in their cases, by their stems.
  private let givenCases: KeyedLists<CaseForms>
  package let comparer: NameComparer
  /// Forms of one word that name bodies and are no Latin spelling.
  let bodies: [Int32]
  let phrases: ContextRules
  private let commonSurnames: Set<String>

  /// Takes entities file by file: of two with one id the later counts.
  ///
  /// - Throws: `NamesError` with the file and line of an entry that can't be.
  package init(
    _ entities: [Entity],
    given: [GivenName],
    schemes: SchemeSet,
    common: [String],
    commonSurnames: Set<String> = []
  ) throws(NamesError) {
    var byID: [String: Entity] = [:]
    for entity in entities {
      if let known = byID[entity.id], known.table.file == entity.table.file {
        throw entity.table.error("id: '\(entity.id)' stands on line \(known.table.line) too")
      }
      byID[entity.id] = entity
    }
    let own = byID.values.sorted { $0.id < $1.id }
    self.schemes = schemes
    comparer = NameComparer(given: given)
    self.commonSurnames = commonSurnames
    self.given = comparer.words.table
    index = NameIndex(own)
    persons = Persons(own, self.given)
    givenCases = Self.cases(of: given)
    let index = index
    bodies = index.forms.indices.map(Int32.init).filter { number in
      let form = index.forms[Int(number)]
      return form.part == .whole && form.origin.language != nil
        && own[Int(form.entity)].kind == .organisation
    }
    phrases = ContextRules(own, common: common)
  }

  private static func cases(of given: [GivenName]) -> KeyedLists<CaseForms> {
    var cases: [(key: UInt64, element: CaseForms)] = []
    for name in given {
      let gender: NameWord.Gender = name.gender == .female ? .feminine : .masculine
      for (language, words) in [(NameWord.Language.be, name.be), (.ru, name.ru), (.uk, name.uk)] {
        for word in words {
          let word = NameWord(word, language, .given, gender)
          let key = StemKey(word.text, word.text.indices).value
          cases.append((key, CaseForms(of: word)))
        }
      }
    }
    return KeyedLists(cases)
  }

  /// Whether so many people bear a person's surname that it tells nobody from the others.
  func isCommonlyNamed(_ person: Entity) -> Bool {
    person.cyrillic.values.contains { name in
      PersonName(name).map { commonSurnames.contains($0.surname) } ?? false
    }
  }

  /// Whether a Cyrillic word is a case of a given name.
  func isGiven(cyrillic text: [UInt8], _ span: Range<Int>) -> Bool {
    givenCases[StemKey(text, span).value].contains { !$0.cases(of: text, span).isEmpty }
  }

  /// How many entities there are.
  package var count: Int { index.entities.count }

  package var entities: [Entity] { index.entities }

  /// The entity of an id; nil where there is none.
  package subscript(id: String) -> Entity? { index.entities.first { $0.id == id } }
}
