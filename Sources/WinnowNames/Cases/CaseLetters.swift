/// A letter of the Belarusian, Russian and Ukrainian alphabets, small or capital, as a number below 64.
struct CaseLetter: Hashable, Sendable {
  /// How many numbers there are.
  static let count = 64

  let code: UInt8

  /// Any of the characters that are used as an apostrophe.
  static let apostrophe = CaseLetter(code: 60)
  /// What stands before the first letter of a word.
  static let start = CaseLetter(code: 61)
  /// What is no letter of these alphabets.
  static let other = CaseLetter(code: 62)

  private init(code: UInt8) { self.code = code }

  /// Reads a scalar of the block U+0400 to U+04FF.
  init(cyrillic value: UInt16) {
    switch value {
    case 0x410...0x42F: code = UInt8(value - 0x410)
    case 0x430...0x45F: code = UInt8(value - 0x430)
    case 0x400...0x40F: code = UInt8(value - 0x400 + 0x20)
    case 0x490, 0x491: code = 0x30
    default: self = .other
    }
  }

  /// Whether two texts that differ in this letter alone are the same word: ё is often written е.
  func isWritten(as other: CaseLetter) -> Bool { code == other.code || undotted == other.undotted }

  /// е for ё, which has a number of its own, else the letter itself.
  var undotted: UInt8 { code == 0x21 ? 0x05 : code }
}

/// The letters of a span of UTF-8; marks of stress are passed over.
struct CaseLetters: Sequence, IteratorProtocol {
  private let text: [UInt8]
  private var at: Int
  private let end: Int

  init(_ text: [UInt8], _ span: Range<Int>) {
    self.text = text
    at = span.lowerBound
    end = span.upperBound
  }

  mutating func next() -> CaseLetter? {
    while at < end {
      let first = text[at]
      if first & 0xFC == 0xD0, at + 1 < end {
        let value = UInt16(first & 0x1F) << 6 | UInt16(text[at + 1] & 0x3F)
        at += 2
        return CaseLetter(cyrillic: value)
      }
      at += first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      switch first {
      // U+2018 and U+2019, U+02BC: the lead byte is enough to know them by inside a word.
      case 0x27, 0xE2, 0xCA: return .apostrophe
      // U+0301, the acute accent.
      case 0xCC: continue
      default: return .other
      }
    }
    return nil
  }

  /// The next letter that is no apostrophe.
  mutating func nextSounded() -> CaseLetter? {
    while let letter = next() {
      if letter != .apostrophe { return letter }
    }
    return nil
  }
}

/// Some letters, as bits.
struct CaseLetterSet: Sendable {
  private(set) var bits: UInt64 = 0

  static let vowels = CaseLetterSet("аеёиоуыэюяіїє")
  static let consonants = CaseLetterSet("бвгґджзклмнпрстфхцчшщў")

  init() {}

  init(_ letters: some StringProtocol) {
    let bytes = Array(letters.utf8)
    for letter in CaseLetters(bytes, bytes.indices) { insert(letter) }
  }

  mutating func formUnion(_ other: CaseLetterSet) { bits |= other.bits }

  mutating func insert(_ letter: CaseLetter) { bits |= 1 << UInt64(letter.code) }

  func contains(_ letter: CaseLetter) -> Bool { bits >> UInt64(letter.code) & 1 != 0 }
}
