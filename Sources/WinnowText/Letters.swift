/// What the Unicode Character Database says of letters, looked up once for the scalars of most texts.
///
/// To ask the database takes a search, and words ask it of every letter.
struct Letters: Sendable {
  static let shared = Letters()

  /// What words want to know of a scalar.
  struct Letter {
    fileprivate var bits: UInt32

    fileprivate init(isWordPart: Bool, isApostrophe: Bool = false, lowerCase: UInt32) {
      bits =
        lowerCase | (isWordPart ? Self.wordPart : 0) | (isApostrophe ? Self.apostrophe : 0)
    }

    /// Whether it is a letter, a digit, or a mark that belongs to one.
    var isWordPart: Bool { bits & Self.wordPart != 0 }

    /// Whether it is one of the signs that stand for an apostrophe; two of them are letters too.
    var isApostrophe: Bool { bits & Self.apostrophe != 0 }

    /// Whether a word may begin with it.
    var beginsWord: Bool { bits & (Self.wordPart | Self.apostrophe) == Self.wordPart }

    /// Its lower case; nil where that is several scalars.
    var lowerCase: Unicode.Scalar? { Unicode.Scalar(bits & ~(Self.wordPart | Self.apostrophe)) }

    private static let wordPart: UInt32 = 1 << 31
    private static let apostrophe: UInt32 = 1 << 30
    /// Stands for a lower case of several scalars; no scalar has this value.
    fileprivate static let several: UInt32 = 0xD800
  }

  private let table: [Letter] = (0..<0x3100).map { Letters.ask($0) }

  subscript(scalar: Unicode.Scalar) -> Letter {
    let value = scalar.value
    if value < 0x3100 { return table[Int(value)] }
    // Han and Hangul, the largest blocks of letters, have no case.
    if 0x4E00 <= value && value < 0x9FFD || 0xAC00 <= value && value < 0xD7A4 {
      return Letter(isWordPart: true, lowerCase: value)
    }
    return Self.ask(value)
  }

  /// What the database says.
  static func ask(_ value: UInt32) -> Letter {
    guard let properties = Unicode.Scalar(value)?.properties else {
      return Letter(isWordPart: false, lowerCase: Letter.several)
    }
    let lower = properties.lowercaseMapping.unicodeScalars
    let isOne = lower.count == 1
    return Letter(
      isWordPart: isWordPart(value, properties.generalCategory),
      isApostrophe: apostrophes.contains(value),
      lowerCase: isOne ? lower.first?.value ?? Letter.several : Letter.several
    )
  }

  private static let apostrophes: Set<UInt32> = [0x27, 0x60, 0x2018, 0x2019, 0x2BB, 0x2BC]

  private static func isWordPart(_ value: UInt32, _ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      true
    // Joiners, which Persian and Hindi words are spelt with.
    default: value == 0x200C || value == 0x200D
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter, a digit, or a mark that belongs to one.
  package var isWordPart: Bool { Letters.shared[self].isWordPart }

  /// Whether it is one of the signs that stand for an apostrophe.
  package var isApostrophe: Bool { Letters.shared[self].isApostrophe }
}
