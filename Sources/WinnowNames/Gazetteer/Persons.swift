/// What is known of given names, and of each person's names, by which namesakes are told apart.
package struct Persons: Sendable {
  struct Person: Sendable {
    /// The given name in each language, and as the press spells it.
    fileprivate(set) var given: [SpelledToken] = []
    fileprivate(set) var cases: [CaseForms] = []
    /// The surname in each language, and as the press spells it.
    fileprivate(set) var surnames: [SpelledToken] = []
  }

  private struct Surname: Sendable {
    let entity: Int32
    let reading: Phonemes
  }

  let comparer: NameComparer
  private let persons: [Person]
  /// By each given name, with what a bad translation leaves of the surname.
  private let byDamage: KeyedLists<Surname>
  /// All given names in their cases, by their stems.
  private let givenCases: KeyedLists<CaseForms>

  /// Takes the entities that the name index is made of.
  package init(_ entities: [Entity], _ given: [GivenName]) {
    comparer = NameComparer(given: given)
    let table = comparer.words.table
    persons = entities.map { $0.kind == .person ? Person($0, table) : Person() }
    var surnames: [(key: UInt64, element: Surname)] = []
    for (number, person) in persons.enumerated() {
      for name in Set(person.given.flatMap(\.given)) {
        for word in person.surnames {
          for place in 0..<word.count {
            let surname = Surname(entity: Int32(number), reading: word.readings[place])
            surnames.append((DamageKey(surname.reading, given: name).value, surname))
          }
        }
      }
    }
    byDamage = KeyedLists(surnames)
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

  /// Persons of one of these given names whose surname this may be in a bad translation, each with how
  /// likely that is.
  func all(
    called names: GivenSet,
    damaged surname: SpelledToken,
    atLeast least: Double
  ) -> [(entity: Int32, likeness: Double)] {
    var found: [(entity: Int32, likeness: Double)] = []
    for name in names {
      for place in 0..<surname.count {
        let reading = surname.readings[place]
        for other in byDamage[DamageKey(reading, given: name).value] {
          let likeness = comparer.words.damage(reading, other.reading, atLeast: least)
          if likeness < least { continue }
          if let known = found.firstIndex(where: { $0.entity == other.entity }) {
            found[known].likeness = max(found[known].likeness, likeness)
          } else {
            found.append((other.entity, likeness))
          }
        }
      }
    }
    return found
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
