/// The words of a text as the measure of a cleaner counts them: runs of letters, numbers and
/// underscores in lower case, what Python's `\w+` finds.
enum Tokens {
  /// A hash for each word, in order.
  static func split(_ text: some Sequence<Unicode.Scalar>) -> [UInt64] {
    var tokens: [UInt64] = []
    var hash = start
    var isInside = false
    for scalar in lowercased(text) {
      if isWordPart(scalar) {
        hash = (hash ^ UInt64(scalar.value)) &* 0x100_0000_01B3
        isInside = true
      } else if isInside {
        tokens.append(hash)
        hash = start
        isInside = false
      }
    }
    if isInside { tokens.append(hash) }
    return tokens
  }

  /// The words of a text in UTF-8.
  static func split(utf8: some Sequence<UInt8>) -> [UInt64] {
    split(String(decoding: Array(utf8), as: UTF8.self).unicodeScalars)
  }

  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func lowercased(_ text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    let text = Array(text)
    var lower: [Unicode.Scalar] = []
    lower.reserveCapacity(text.count)
    for (place, scalar) in text.enumerated() {
      if scalar.isASCII {
        let isUpper = (0x41...0x5A).contains(scalar.value)
        lower.append(isUpper ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar)
      } else if scalar == "Σ", isFinal(place, text) {
        lower.append("ς")
      } else {
        lower.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return lower
  }

  /// Whether a sigma stands at the end of a word, where its small letter is another one.
  private static func isFinal(_ place: Int, _ text: [Unicode.Scalar]) -> Bool {
    let before = text[..<place].last { !$0.properties.isCaseIgnorable }
    let after = text[(place + 1)...].first { !$0.properties.isCaseIgnorable }
    return before?.properties.isCased ?? false && !(after?.properties.isCased ?? false)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    case 0..<0x80: false
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber:
        true
      default: false
      }
    }
  }
}
