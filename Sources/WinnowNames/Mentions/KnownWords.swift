/// The words of a text, with what has been found out about each so far.
struct KnownWords {
  let text: [UInt8]
  let tokens: [NameToken]
  let gazetteer: Gazetteer
  private let numbers: WordNumbers
  /// By the word's number.
  private var readings: [WordReading?]
  private var sounds: [SpelledToken?]
  private var surnames: [[(entity: Int32, likeness: Double)]?]
  private var wholes: [[Int32]?]

  init(_ text: [UInt8], _ gazetteer: Gazetteer) {
    self.text = text
    self.gazetteer = gazetteer
    tokens = NameTokens.split(text)
    numbers = WordNumbers(tokens)
    readings = Array(repeating: nil, count: numbers.count)
    sounds = Array(repeating: nil, count: numbers.count)
    surnames = Array(repeating: nil, count: numbers.count)
    wholes = Array(repeating: nil, count: numbers.count)
  }

  func word(_ place: Int) -> String {
    String(decoding: text[tokens[place].span], as: UTF8.self)
  }

  /// A capitalised word, read.
  mutating func reading(_ place: Int) -> WordReading {
    let number = Int(numbers.numbers[place])
    if let known = readings[number] { return known }
    let reading = gazetteer.index.read(text, tokens[place].span)
    readings[number] = reading
    return reading
  }

  /// A capitalised word's sounds, with the given names that it may be.
  mutating func sound(_ place: Int) -> SpelledToken {
    let number = Int(numbers.numbers[place])
    if let known = sounds[number] { return known }
    let span = reading(place).span
    var sound = SpelledToken(utf8: text.span.extracting(span))
    sound.given = gazetteer.givenNames(sound)
    sounds[number] = sound
    return sound
  }

  /// Whether two words stand side by side, with a space or an initial's full stop between.
  func isBeside(_ place: Int) -> Bool {
    tokens.indices.contains(place) && tokens[place].isCapital
      && (tokens[place].joint == .space || tokens[place].joint == .dot)
  }

  /// Whether a word is an initial, of one letter or, as Yu, of two.
  func isInitial(_ place: Int) -> Bool {
    tokens[place].isInitial || (isBeside(place + 1) && tokens[place + 1].joint == .dot)
  }

  mutating func key(_ way: PhraseIndex.Way, _ place: Int) -> UInt64 {
    switch way {
    case .folded: tokens[place].key
    case .sound where tokens[place].isCapital: reading(place).skeleton.value
    case .sound, .stem: way.key(text, tokens[place].span)
    }
  }

  /// Persons with a surname that a Latin word may spell, each with how near the spelling is.
  mutating func persons(_ place: Int) -> [(entity: Int32, likeness: Double)] {
    let number = Int(numbers.numbers[place])
    if let known = surnames[number] { return known }
    var found: [(entity: Int32, likeness: Double)] = []
    func add(_ entity: Int32, _ likeness: Double) {
      if let known = found.firstIndex(where: { $0.entity == entity }) {
        found[known].likeness = max(found[known].likeness, likeness)
      } else {
        found.append((entity, likeness))
      }
    }
    for number in reading(place).forms where isSurname(number) {
      let likeness = likeness(place, number, atLeast: 0.5)
      if likeness >= 0.5 { add(gazetteer.index.forms[Int(number)].entity, likeness) }
    }
    for number in gazetteer.index.listed(tokens[place].key) where isSurname(number) {
      add(gazetteer.index.forms[Int(number)].entity, 1)
    }
    found.sort { $0.entity < $1.entity }
    surnames[number] = found
    return found
  }

  func isSurname(_ form: Int32) -> Bool {
    gazetteer.index.forms[Int(form)].part == .surname
  }

  /// How near a Latin word is to a form; what is below `least` comes out below it, and no more exactly.
  mutating func likeness(_ place: Int, _ form: Int32, atLeast least: Double) -> Double {
    let sound = sound(place)
    return gazetteer.persons.comparer.similarity(
      sound,
      gazetteer.index.forms[Int(form)].sound,
      atLeast: least
    )
  }

  /// Names of one word that a Latin word is listed as or spells by a scheme.
  mutating func wholes(_ place: Int) -> [Int32] {
    let word = Int(numbers.numbers[place])
    if let known = wholes[word] { return known }
    var found = Array(gazetteer.index.listed(tokens[place].key))
    for number in reading(place).forms where !isSurname(number) {
      // Most of what has the same consonants is far from it, and schemes take time.
      guard let language = gazetteer.index.forms[Int(number)].origin.language,
        likeness(place, number, atLeast: 0.2) >= 0.2
      else { continue }
      let letters = FoldedLetters(text.span.extracting(tokens[place].span))
      let name = gazetteer.index.forms[Int(number)].text
      if gazetteer.schemes.isSpelling(letters, of: name, language: language) {
        found.append(number)
      }
    }
    wholes[word] = found
    return found
  }

  func isHyphenated(_ place: Int) -> Bool {
    let next = place + 1
    guard next < tokens.count, tokens[next].joint == .hyphen else { return false }
    return tokens[next].isCapital || Surroundings.vesselClass == tokens[next].key
  }

  /// Whether a word stands in quotation marks, alone.
  func isQuoted(_ place: Int) -> Bool {
    tokens[place].joint == .quote
      && (place + 1 == tokens.count || tokens[place + 1].joint == .quote)
  }

  /// Whether the word is one that texts use in lower case too: Most, Roman, Put.
  func isCommon(_ place: Int) -> Bool {
    numbers.isLowercase[Int(numbers.numbers[place])]
      || gazetteer.phrases.common.contains(tokens[place].key)
  }
}
