/// Finds the given names that a word may be, by its sounds.
///
/// The key of a word is what its spellings in all orthographies share: i and y are one, a last
/// glide is nothing, but Валера (for Валерий) and Валерия stay two.
struct GivenTable: Sendable {
  /// Each name's forms, read.
  let forms: [[SpelledToken]]
  private var words = KeyTable()
  /// By what stands before -ович, -евна in a patronymic.
  private var stems = KeyTable()

  init(_ names: [GivenName]) {
    forms = names.map { ($0.be + $0.ru + $0.uk + $0.latin).map { SpelledToken($0) } }
    for place in names.indices {
      for form in forms[place] {
        add(form.readings[0], place, isMale: names[place].gender == .male)
      }
    }
  }

  private mutating func add(_ reading: Phonemes, _ place: Int, isMale: Bool) {
    words.insert(GivenKey(reading, upTo: reading.count).value, place)
    guard isMale else { return }
    let stem = reading.stemLength
    stems.insert(GivenKey(reading, upTo: stem).value, place)
    // Яков, Якаў: Яковлевич, Якович.
    if stem >= 4,
      reading.codes[stem - 1] == Phoneme.v.rawValue || reading.codes[stem - 1] == Phoneme.w.rawValue
    {
      var long = GivenKey(reading, upTo: stem)
      long.add(.l)
      stems.insert(long.value, place)
      stems.insert(GivenKey(reading, upTo: reading.stemLength(upTo: stem - 1)).value, place)
    }
  }

  /// The names that a word may be, by the first of its readings that the table knows.
  func find(_ token: SpelledToken) -> GivenSet {
    for place in 0..<token.count {
      let reading = token.readings[place]
      let found = words[GivenKey(reading, upTo: reading.count).value]
      if !found.isEmpty { return found }
    }
    return GivenSet()
  }

  /// The fathers that a patronymic may name.
  func fathers(_ patronymic: Patronymic?) -> GivenSet {
    patronymic.map { stems[$0.stem.value] } ?? GivenSet()
  }
}
