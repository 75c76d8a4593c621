/// The key of a word without case, accents, apostrophes and signs for soft letters: FNV-1a, 64 bits.
struct FoldedKey: Hashable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  init(_ text: String) {
    for scalar in text.unicodeScalars { add(scalar) }
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x61...0x7A: mix(UInt8(scalar.value))
    case 0x41...0x5A: mix(UInt8(scalar.value) | 0x20)
    case 0..<0xC0: break
    case 0xC0..<0x250:
      let base = Self.bases[Int(scalar.value) - 0xC0]
      mix(UInt8(base & 0xFF))
      if base > 0xFF { mix(UInt8(base >> 8)) }
    default: break
    }
  }

  private mutating func mix(_ letter: UInt8) {
    if letter != 0 { value = (value ^ UInt64(letter)) &* 0x100_0000_01B3 }
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
