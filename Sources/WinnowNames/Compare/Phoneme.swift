/// The sounds that spellings of Belarusian, Ukrainian and Russian names are compared by.
///
/// Where a language writes one sound for another's two, both have a sign of their own and a small cost
/// between them (`EditCosts`).
enum Phoneme: UInt8, CaseIterable {
  // Consonants; the glide first.
  case j, p, b, f, v
  /// ў, or u after a vowel.
  case w
  case t, d, s, z
  /// ц, дз.
  case c, dz
  /// ч, ш, ж, щ, дж.
  case ch, sh, zh, shch, dzh
  case k, g
  /// A Latin h, for г or х.
  case h
  /// х.
  case kh
  case m, n, l, r

  // Vowels: bare; soft, after a palatal consonant or a glide; hard, after ж ч ш щ р ц, where
  // Belarusian writes а for е.
  case a, softA, hardA, e, softE, hardE, o, softO, u, softU, i, y
  /// The ending -і -ый -ий -ій -ы, Latin -i -y -iy -yi -ij.
  case adjective
  /// The ending -ой.
  case stressedAdjective
  /// The і of Ukrainian -ів, -івка, -івці, for о or е in the others.
  case closedI
  /// The last vowel of a word, which is dearer to lose.
  case lastA, lastSoftA, lastO, lastE

  var isVowel: Bool { rawValue >= Phoneme.a.rawValue }

  /// Whether а after it may be an unstressed е: Belarusian has no soft р, ж, ч, ш, ц from old е.
  var isHard: Bool {
    switch self {
    case .ch, .sh, .zh, .shch, .dzh, .r, .c: true
    default: false
    }
  }

  static let count = allCases.count
}
