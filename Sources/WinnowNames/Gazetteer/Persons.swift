/// What is known of given names, and of each person's names, by which namesakes are told apart.
package struct Persons: Sendable {
  struct Person: Sendable {
    /// The given name in each language, and as the press spells it.
    fileprivate(set) var given: [SpelledToken] = []
    fileprivate(set) var cases: [CaseForms] = []
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
    let persons = entities.map { $0.kind == .person ? Person($0, table) : Person() }
    self.persons = persons
    var surnames: [(key: UInt64, element: Surname)] = []
    for (number, entity) in entities.enumerated() where entity.kind == .person {
      let readings = Self.surnames(of: entity).flatMap { word in
        (0..<word.count).map { word.readings[$0] }
      }
      for name in Set(persons[number].given.flatMap(\.given)) {
        for reading in readings {
          let surname = Surname(entity: Int32(number), reading: reading)
          surnames.append((DamageKey(reading, given: name).value, surname))
        }
      }
    }
    byDamage = KeyedLists(surnames)
    givenCases = KeyedLists(given.flatMap(Self.cases))
  }

  /// A person's surname in each language, and as the press spells it.
  private static func surnames(of entity: Entity) -> [SpelledToken] {
    (Array(entity.cyrillic.values) + [entity.press].compactMap(\.self)).compactMap {
      PersonName($0).map { SpelledToken($0.surname) }
    }
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
    func add(_ word: String) {
      var sound = SpelledToken(word)
      sound.given = table.find(sound)
      given.append(sound)
    }
    for (language, name) in entity.cyrillic.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard let word = PersonName(name)?.given else { continue }
      add(word)
      let gender: NameWord.Gender = entity.gender == .female ? .feminine : .masculine
      let own = NameWord(word, NameWord.Language(language), .given, gender)
      cases.append(CaseForms(of: own))
    }
    for name in [entity.press, entity.national].compactMap(\.self) + entity.also {
      if let word = PersonName(name)?.given { add(word) }
    }
  }
}
