/// The sounds that an orthography reads, one letter each in its rules; at most 48.
struct RawSounds {
  static let capacity = 48
  private var sounds = InlineArray<48, UInt8>(repeating: 0)
  private(set) var count = 0

  /// The vowels first: a number up to 6 is one.
  private static let letters: [Character] = Array("aeouiyjpbfvwtdszcʒčšžkghxmnlrǯ")
  static let phonemes: [Phoneme] = [
    .j, .a, .e, .o, .u, .i, .y, .j, .p, .b, .f, .v, .w, .t, .d, .s, .z, .c, .dz, .ch, .sh, .zh, .k,
    .g, .h, .kh, .m, .n, .l, .r, .dzh,
  ]
  static let a: UInt8 = 1
  static let u: UInt8 = 4
  static let i: UInt8 = 5
  static let y: UInt8 = 6
  static let j: UInt8 = 7
  static let v: UInt8 = 11
  static let c: UInt8 = 17
  static let k: UInt8 = 22

  static func number(_ letter: Character) -> UInt8 {
    UInt8((letters.firstIndex(of: letter) ?? -1) + 1)
  }

  /// 0 past the end.
  subscript(place: Int) -> UInt8 { place < count ? sounds[place] : 0 }

  /// Whether a sound is a vowel other than i and y.
  func isVowel(_ place: Int) -> Bool { (1...4).contains(self[place]) }

  /// Whether a sound is i or y.
  func isNarrow(_ place: Int) -> Bool { self[place] == Self.i || self[place] == Self.y }

  mutating func append(_ sound: UInt8) {
    guard count < Self.capacity else { return }
    sounds[count] = sound
    count += 1
  }
}
