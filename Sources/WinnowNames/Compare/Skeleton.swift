/// The consonants of a word, folded so far that spellings of one name mostly share them: the key under
/// which candidates are looked up.
///
/// г, х and h are one, and so are v, w, ŭ and f, and c, ts and t, and d and dz, and ch and sh; doubles
/// and vowels are left out. At most 16 consonants.
package struct Skeleton: Hashable, Sendable, Comparable {
  /// Four bits a consonant, the first one highest.
  package let value: UInt64

  /// The key of a word in UTF-8, read in the common orthography only.
  package init(utf8: Span<UInt8>) {
    self.init(Orthographies.common.read(LetterRun(utf8: utf8)))
  }

  /// The key of a word, read in the common orthography only.
  package init(_ word: String) { self.init(utf8: word.utf8.span) }

  init(_ raw: RawSounds) {
    let kinds = Self.kinds.span
    var value: UInt64 = 0
    var last: UInt8 = 0
    for place in 0..<raw.count where value >> 60 == 0 {
      var sound = raw[place]
      // Uladzimir is Vladimir, Paulau is Pavlov.
      if sound == RawSounds.u, place == 0 || raw.isVowel(place - 1), !raw.isVowel(place + 1) {
        sound = RawSounds.v
      }
      let kind = kinds[Int(sound)]
      let isSecondHalf = last == Self.t && kind == Self.s || last == Self.d && kind == Self.z
      if kind == 0 || kind == last || isSecondHalf {
        if kind == 0 { last = 0 }
        continue
      }
      value = value << 4 | UInt64(kind)
      last = kind
    }
    self.value = value
  }

  package static func < (one: Skeleton, other: Skeleton) -> Bool { one.value < other.value }

  private static let groups: [[Phoneme]] = [
    [.t, .c], [.d, .dz], [.s], [.z], [.p], [.b], [.f, .v, .w], [.ch, .sh], [.zh, .dzh], [.k],
    [.g, .h, .kh], [.m], [.n], [.l], [.r],
  ]
  private static let (t, d, s, z) = (UInt8(1), UInt8(2), UInt8(3), UInt8(4))

  /// By raw sound; 0 for vowels and glides.
  private static let kinds: [UInt8] = RawSounds.phonemes.map { phoneme in
    UInt8((groups.firstIndex { $0.contains(phoneme) } ?? -1) + 1)
  }
}
