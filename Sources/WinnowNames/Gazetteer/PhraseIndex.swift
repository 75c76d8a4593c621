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

  private let folded: KeyedLists<Phrase>
  private let sound: KeyedLists<Phrase>
  private let stem: KeyedLists<Phrase>

  init(_ lists: Lists) {
    folded = KeyedLists(lists.folded)
    sound = KeyedLists(lists.sound)
    stem = KeyedLists(lists.stem)
  }

  /// The names whose first word has this key.
  func phrases(_ way: Way, _ first: UInt64) -> ArraySlice<Phrase> {
    switch way {
    case .folded: folded[first]
    case .sound: sound[first]
    case .stem: stem[first]
    }
  }
}

extension PhraseIndex {
  /// The names as they are gathered.
  struct Lists {
    fileprivate var folded: [(key: UInt64, element: Phrase)] = []
    fileprivate var sound: [(key: UInt64, element: Phrase)] = []
    fileprivate var stem: [(key: UInt64, element: Phrase)] = []
  }
}

extension PhraseIndex.Lists {
  mutating func add(
    _ name: String,
    _ words: [Range<Int>],
    _ entity: Int32,
    _ origin: NameIndex.Origin
  ) {
    let text = Array(name.utf8)
    func phrase(_ way: PhraseIndex.Way) -> (key: UInt64, element: PhraseIndex.Phrase)? {
      let keys = words.map { way.key(text, $0) }
      guard let first = keys.first else { return nil }
      let phrase = PhraseIndex.Phrase(entity: entity, origin: origin, name: name, keys: keys)
      return (first, phrase)
    }
    if origin.language == nil {
      if let phrase = phrase(.folded) { folded.append(phrase) }
    } else {
      if let phrase = phrase(.sound) { sound.append(phrase) }
      if let phrase = phrase(.stem) { stem.append(phrase) }
    }
  }
}
