import WinnowText

/// A word of a text as names are looked for.
struct NameToken {
  /// What stands between a word and the one before it.
  enum Joint: UInt8 {
    /// Nothing before it on its line, or the end of a sentence.
    case start
    case space
    case hyphen
    case comma
    /// A full stop after an initial, and a space.
    case dot
    case quote
    case other
  }

  enum Script: UInt8 {
    case latin, cyrillic, mixed, other
  }

  /// Without a possessive's ending.
  let span: Range<Int>
  /// Bytes of an apostrophe or a like sign right after the word, which may stand for a soft letter.
  let sign: Int
  /// The same for words that differ in case, accents and apostrophes alone.
  let key: UInt64
  let joint: Joint
  let script: Script
  let isCapital: Bool
  /// More than one letter, and all of them capitals.
  let isAllCapitals: Bool
  /// One capital letter with a full stop.
  let isInitial: Bool

  /// The key of a word that stands alone.
  static func key(of word: String) -> UInt64 {
    let isCyrillic = word.unicodeScalars.first.map { (0x400..<0x500).contains($0.value) } ?? false
    if !isCyrillic { return FoldedKey(word).value }
    var key = WordKey()
    for scalar in word.unicodeScalars where !scalar.isApostrophe { key.addLowercase(scalar) }
    return key.value
  }
}

extension WordKey {
  /// Adds a Cyrillic letter in lower case.
  mutating func addLowercase(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x410...0x42F: add(Unicode.Scalar(scalar.value + 0x20) ?? scalar)
    case 0x400...0x40F: add(Unicode.Scalar(scalar.value + 0x50) ?? scalar)
    case 0x490: add("ґ")
    default: add(scalar)
    }
  }
}
