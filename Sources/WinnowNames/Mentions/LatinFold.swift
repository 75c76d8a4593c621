/// The key of a word's `FoldedLetters`: FNV-1a, 64 bits.
struct FoldedKey: Hashable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  init(_ text: String) {
    for scalar in text.unicodeScalars { add(scalar) }
  }

  @inline(__always)
  mutating func add(_ scalar: Unicode.Scalar) {
    FoldedLetters.fold(scalar) { add($0) }
  }

  /// Adds a letter from A to Z.
  @inline(__always)
  mutating func add(plain letter: UInt8) { add(letter | 0x20) }

  private mutating func add(_ letter: UInt8) { value = (value ^ UInt64(letter)) &* 0x100_0000_01B3 }
}

/// The letters and digits of a word without case, accents, apostrophes and signs for soft letters.
struct FoldedLetters {
  private(set) var letters: [UInt8] = []

  init() {}

  /// The letters of well-formed UTF-8.
  init(_ word: Span<UInt8>) { add(word) }

  mutating func add(_ word: Span<UInt8>) {
    var place = 0
    while place < word.count {
      if let scalar = Unicode.Scalar(word.scalar(&place)) { add(scalar) }
    }
  }

  mutating func add(_ scalar: Unicode.Scalar) { Self.fold(scalar) { letters.append($0) } }

  /// Gives the letters, none to two, that a scalar is folded to.
  @inline(__always)
  static func fold(_ scalar: Unicode.Scalar, _ give: (UInt8) -> Void) {
    switch scalar.value {
    case 0x61...0x7A: give(UInt8(scalar.value))
    case 0x41...0x5A: give(UInt8(scalar.value) | 0x20)
    case 0x30...0x39: give(UInt8(scalar.value))
    case 0..<0xC0: break
    case 0xC0..<0x250:
      let base = bases[Int(scalar.value) - 0xC0]
      if base != 0 { give(UInt8(base & 0xFF)) }
      if base > 0xFF { give(UInt8(base >> 8)) }
    default: break
    }
  }

  /// Letters without their accents, two of them in sixteen bits; 0 for what is no letter.
  private static let bases: [UInt16] = {
    var bases = [UInt16](repeating: 0, count: 0x250 - 0xC0)
    for row in rows {
      for letter in row.letters.unicodeScalars {
        for form in [letter] + letter.properties.uppercaseMapping.unicodeScalars
        where (0xC0..<0x250).contains(form.value) {
          bases[Int(form.value) - 0xC0] = row.base
        }
      }
    }
    return bases
  }()

  private static let rows: [(letters: String, base: UInt16)] = [
    ("àáâãäåāăąǎ", pair("a")), ("çćĉċč", pair("c")), ("ďđð", pair("d")),
    ("èéêëēĕėęě", pair("e")), ("ĝğġģǧ", pair("g")), ("ĥħ", pair("h")),
    ("ìíîïĩīĭįıǐ", pair("i")), ("ĵǰ", pair("j")), ("ķĸǩ", pair("k")), ("ĺļľŀł", pair("l")),
    ("ñńņňŋǹ", pair("n")), ("òóôõöøōŏőǒ", pair("o")), ("ŕŗř", pair("r")),
    ("śŝşšș", pair("s")), ("ţťŧț", pair("t")), ("ùúûüũūŭůűųǔ", pair("u")), ("ŵ", pair("w")),
    ("ýÿŷ", pair("y")), ("źżž", pair("z")), ("æ", pair("ae")), ("œ", pair("oe")), ("ß", pair("ss")),
  ]

  private static func pair(_ letters: String) -> UInt16 {
    let bytes = Array(letters.utf8)
    return UInt16(bytes[0]) | (bytes.count > 1 ? UInt16(bytes[1]) << 8 : 0)
  }
}
