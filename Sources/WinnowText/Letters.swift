/// What the Unicode Character Database says of letters, looked up once for the scalars of most texts.
///
/// To ask the database takes a search, and words ask it of every letter.
enum Letters {
  /// Stands for a lower case of several scalars; no scalar has this value.
  private static let several: UInt32 = 0xD800

  private static let wordParts: [Bool] = (0..<0x3100).map { ask(isWordPart: $0) }
  private static let lowerCases: [UInt32] = (0..<0x3100).map { ask(lowerCase: $0) }

  /// Whether a scalar is a letter, a digit, or a mark that belongs to one.
  static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 { return value &- 0x30 < 10 || (value | 0x20) &- 0x61 < 26 }
    if value < 0x3100 { return wordParts[Int(value)] }
    return isCaseless(value) || ask(isWordPart: value)
  }

  /// A scalar in lower case; nil where that is several scalars.
  static func lowerCase(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = scalar.value
    if value < 0x80 { return value &- 0x41 < 26 ? Unicode.Scalar(value + 0x20) : scalar }
    if value < 0x3100 { return Unicode.Scalar(lowerCases[Int(value)]) }
    return isCaseless(value) ? scalar : Unicode.Scalar(ask(lowerCase: value))
  }

  /// Han and Hangul, the largest blocks of letters.
  private static func isCaseless(_ value: UInt32) -> Bool {
    0x4E00 <= value && value < 0x9FFD || 0xAC00 <= value && value < 0xD7A4
  }

  static func ask(isWordPart value: UInt32) -> Bool {
    // Joiners, which Persian and Hindi words are spelt with.
    if value == 0x200C || value == 0x200D { return true }
    switch Unicode.Scalar(value)?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      return true
    default: return false
    }
  }

  static func ask(lowerCase value: UInt32) -> UInt32 {
    guard let lower = Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars,
      let first = lower.first, lower.count == 1
    else { return several }
    return first.value
  }
}
