/// What is known of each person's given name, by which namesakes of a surname are told apart.
struct Persons: Sendable {
  struct Given: Sendable {
    /// The given name in each language, and as the press spells it.
    var sounds: [SpelledToken] = []
    var cases: [CaseForms] = []
  }

  private var given: [Given]
  /// Persons by the given names of the table.
  private var byGiven: [Int: [Int32]] = [:]
  private let table: GivenTable

  init(_ entities: [Entity], _ table: GivenTable) {
    self.table = table
    given = Array(repeating: Given(), count: entities.count)
    for (number, entity) in entities.enumerated() where entity.kind == .person {
      var known: Set<Int> = []
      for (language, name) in entity.cyrillic.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        guard let word = PersonName(name)?.given else { continue }
        add(word, number)
        let gender: NameWord.Gender = entity.gender == .female ? .feminine : .masculine
        let own = NameWord(word, NameWord.Language(language), .given, gender)
        given[number].cases.append(CaseForms(of: own))
      }
      for name in [entity.press, entity.national].compactMap(\.self) + entity.also {
        if let word = PersonName(name)?.given { add(word, number) }
      }
      for sound in given[number].sounds { known.formUnion(sound.given) }
      for place in known { byGiven[place, default: []].append(Int32(number)) }
    }
  }

  private mutating func add(_ word: String, _ number: Int) {
    var sound = SpelledToken(word)
    sound.given = table.find(sound)
    given[number].sounds.append(sound)
  }

  subscript(entity: Int32) -> Given { given[Int(entity)] }

  /// All who have one of these given names.
  func all(called names: GivenSet) -> [Int32] {
    Set(names.flatMap { byGiven[$0] ?? [] }).sorted()
  }
}
