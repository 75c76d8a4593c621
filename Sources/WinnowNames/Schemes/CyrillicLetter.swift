/// A set of letters, one bit for each code.
typealias LetterSet = UInt64

/// The letters that schemes know, by codes from 1; code 0 is all that is no such letter.
enum CyrillicLetter {
  static let none: UInt8 = 0
  static let count = letters.count + 1

  /// Modern Belarusian, Russian and Ukrainian, and the letters of Russian before 1918.
  private static let letters = Array("абвгдежзийклмнопрстуфхцчшщъыьэюяёєіїґўѣѳѵ’".unicodeScalars)

  /// Codes of the scalars from U+0400, with the highest bit for capitals.
  private static let codes: [UInt8] = {
    var codes = [UInt8](repeating: none, count: 0xA0)
    for (index, letter) in letters.enumerated() where letter != "’" {
      codes[Int(letter.value) - 0x400] = UInt8(index + 1)
      for capital in letter.properties.uppercaseMapping.unicodeScalars {
        codes[Int(capital.value) - 0x400] = UInt8(index + 1) | 0x80
      }
    }
    return codes
  }()

  /// The apostrophe's code, whichever of its signs is written.
  static let apostrophe = UInt8(letters.count)

  static func code(of scalar: Unicode.Scalar) -> (code: UInt8, isCapital: Bool) {
    switch scalar.value {
    case 0x400..<0x4A0:
      let code = codes[Int(scalar.value) - 0x400]
      return (code & 0x7F, code & 0x80 != 0)
    case 0x27, 0x2BC, 0x2018, 0x2019: return (apostrophe, false)
    default: return (none, false)
    }
  }

  static func set(of letters: String) -> LetterSet {
    letters.unicodeScalars.reduce(0) { $0 | 1 << code(of: $1).code }
  }

  /// Every letter, and what is none.
  static let anything = LetterSet.max
  /// What stands before the first letter of a word and after the last.
  static let edge: LetterSet = 1 << none
  static let vowels = set(of: "аеёєиіїоуыэюяѣѵ")
  /// All consonants but й and ў, after which vowels sound as they do after a vowel.
  static let consonants = set(of: "бвгґджзклмнпрстфхцчшщѳ")
}
