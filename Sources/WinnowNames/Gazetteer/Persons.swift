/// What is known of given names, and of each person's names, by which namesakes are told apart.
package struct Persons: Sendable {
  struct Person: Sendable {
    /// The given name in each language, and as the press spells it.
    fileprivate(set) var given: [SpelledToken] = []
    fileprivate(set) var cases: [CaseForms] = []
    /// The surname in each language, and as the press spells it.
    fileprivate(set) var surnames: [SpelledToken] = []
  }

  let comparer: NameComparer
  private let persons: [Person]
  /// Persons by each of their given names, with what a bad translation leaves of their surnames.
  private let byDamage: KeyedLists<Int32>
  /// All given names in their cases, by their stems.
  private let givenCases: KeyedLists<CaseForms>

  /// Takes the entities that the name index is made of.
  package init(_ entities: [Entity], _ given: [GivenName]) {
    comparer = NameComparer(given: given)
    let table = comparer.words.table
    persons = entities.map { $0.kind == .person ? Person($0, table) : Person() }
    var damaged: [(key: UInt64, element: Int32)] = []
    for (number, person) in persons.enumerated() {
      var keys: Set<UInt64> = []
      for name in Set(person.given.flatMap(\.given)) {
        for surname in person.surnames { keys.formUnion(surname.damageKeys(given: name)) }
      }
      for key in keys { damaged.append((key, Int32(number))) }
    }
    byDamage = KeyedLists(damaged)
    givenCases = KeyedLists(given.flatMap(Self.cases))
  }

  private static func cases(of name: GivenName) -> [(key: UInt64, element: CaseForms)] {
    let gender: NameWord.Gender = name.gender == .female ? .feminine : .masculine
    return [(NameWord.Language.be, name.be), (.ru, name.ru), (.uk, name.uk)].flatMap {
      language,
      words in
      words.map { word in
        let word = NameWord(word, language, .given, gender)
        return (StemKey(word.text, word.text.indices).value, CaseForms(of: word))
      }
    }
  }

  subscript(entity: Int32) -> Person { persons[Int(entity)] }

  /// Whether a Cyrillic word is a case of a given name.
  func isGiven(cyrillic text: [UInt8], _ span: Range<Int>) -> Bool {
    givenCases[StemKey(text, span).value].contains { !$0.cases(of: text, span).isEmpty }
  }

  /// Persons of one of these given names who may, badly translated, have this surname.
  func all(called names: GivenSet, damaged surname: SpelledToken) -> [Int32] {
    var found: Set<Int32> = []
    for name in names {
      for key in surname.damageKeys(given: name) { found.formUnion(byDamage[key]) }
    }
    return found.sorted()
  }
}

extension Persons.Person {
  fileprivate init(_ entity: Entity, _ table: GivenTable) {
    func add(_ name: String) -> PersonName? {
      guard let person = PersonName(name) else { return nil }
      var sound = SpelledToken(person.given)
      sound.given = table.find(sound)
      given.append(sound)
      return person
    }
    for (language, name) in entity.cyrillic.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard let person = add(name) else { continue }
      surnames.append(SpelledToken(person.surname))
      let gender: NameWord.Gender = entity.gender == .female ? .feminine : .masculine
      let own = NameWord(person.given, NameWord.Language(language), .given, gender)
      cases.append(CaseForms(of: own))
    }
    if let press = entity.press.flatMap(add) { surnames.append(SpelledToken(press.surname)) }
    for name in [entity.national].compactMap(\.self) + entity.also { _ = add(name) }
  }
}
