import WinnowText

/// Names of several words, to be found by their first.
struct PhraseIndex: Sendable {
  struct Phrase: Sendable {
    let entity: Int32
    let origin: NameIndex.Origin
    let name: String
    /// Of all its words, the first one too.
    let keys: [UInt64]
  }

  /// How the words of a text are compared with those of a name.
  enum Way: CaseIterable {
    /// Letter by letter, but for case and accents: names that are listed in Latin.
    case folded
    /// By their consonants, for schemes to be asked: Cyrillic names in Latin texts.
    case sound
    /// By their stems, which all cases share: Cyrillic names in Cyrillic texts.
    case stem

    func key(_ text: [UInt8], _ span: Range<Int>) -> UInt64 {
      switch self {
      case .folded: FoldedKey(String(decoding: text[span], as: UTF8.self)).value
      case .sound: Skeleton(utf8: text.span.extracting(span)).value
      case .stem: StemKey(text, span).value
      }
    }
  }

  private var folded: [UInt64: [Phrase]] = [:]
  private var sound: [UInt64: [Phrase]] = [:]
  private var stem: [UInt64: [Phrase]] = [:]

  /// The names whose first word has this key.
  func phrases(_ way: Way, _ first: UInt64) -> [Phrase] {
    switch way {
    case .folded: folded[first] ?? []
    case .sound: sound[first] ?? []
    case .stem: stem[first] ?? []
    }
  }

  mutating func add(
    _ name: String,
    _ words: [Range<Int>],
    _ entity: Int32,
    _ origin: NameIndex.Origin
  ) {
    let text = Array(name.utf8)
    func phrase(_ way: Way) -> (UInt64, Phrase)? {
      let keys = words.map { way.key(text, $0) }
      guard let first = keys.first else { return nil }
      return (first, Phrase(entity: entity, origin: origin, name: name, keys: keys))
    }
    if origin.language == nil {
      if let (key, phrase) = phrase(.folded) { folded[key, default: []].append(phrase) }
    } else {
      if let (key, phrase) = phrase(.sound) { sound[key, default: []].append(phrase) }
      if let (key, phrase) = phrase(.stem) { stem[key, default: []].append(phrase) }
    }
  }
}
