/// What is known of each person's names, by which namesakes are told apart.
struct Persons: Sendable {
  struct Person: Sendable {
    /// The given name in each language, and as the press spells it.
    fileprivate(set) var given: [SpelledToken] = []
    fileprivate(set) var cases: [CaseForms] = []
    /// The surname in each language, and as the press spells it.
    fileprivate(set) var surnames: [SpelledToken] = []
  }

  private let persons: [Person]
  /// Persons by each of their given names, with what a bad translation leaves of their surnames.
  private let byDamage: KeyedLists<Int32>

  init(_ entities: [Entity], _ table: GivenTable) {
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
  }

  subscript(entity: Int32) -> Person { persons[Int(entity)] }

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
