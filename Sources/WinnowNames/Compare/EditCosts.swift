/// What it costs to take one sound for another, or to lose one: hundredths of a whole mistake.
struct EditCosts: Sendable {
  /// A power of two above the number of phonemes, so that a row begins at code << 6.
  static let stride = 64
  /// By both sounds, the first one's code times `stride`; symmetric.
  let substitution: [UInt8]
  /// By the sound that one word lacks.
  let loss: [UInt8]
  /// The least that any sound costs to lose.
  let leastLoss: Int

  /// Sounds that one name has in two languages or two spellings.
  static let correspondence = EditCosts(
    vowels: 80,
    consonants: 100,
    losses: [
      (50, [.v]), (55, [.j]), (60, [.w, .i, .y, .u, .h]), (70, [.adjective, .stressedAdjective]),
      (85, [.lastA, .lastSoftA, .lastO, .lastE]), (80, [.t]),
    ],
    otherVowelLoss: 65,
    otherConsonantLoss: 90,
    pairs: [
      // Akanne and yakanne: unstressed о and е are а and я in Belarusian.
      (12, [(.a, .o), (.hardA, .o), (.softE, .softA), (.e, .softA), (.hardE, .softA)]),
      (12, [(.hardA, .hardE), (.lastA, .lastO), (.hardA, .softE), (.hardA, .e)]),
      (20, [(.a, .softO), (.softA, .softO), (.softA, .o), (.lastA, .lastSoftA), (.a, .hardE)]),
      (20, [(.lastSoftA, .lastO), (.lastE, .lastO), (.lastE, .lastA), (.lastE, .lastSoftA)]),
      (50, [(.a, .softE)]), (65, [(.a, .e)]),
      // The same vowel in another spelling.
      (3, [(.e, .softE), (.e, .hardE), (.softE, .hardE), (.a, .hardA)]),
      (10, [(.softA, .hardA)]), (15, [(.a, .softA), (.u, .softU), (.o, .softO)]),
      (4, [(.i, .y), (.i, .adjective), (.y, .adjective)]),
      (12, [(.i, .j), (.y, .j), (.adjective, .j)]),
      // ё, and о for е after ж, ч, ш.
      (12, [(.softO, .e), (.softO, .softE), (.softO, .hardE), (.o, .hardE)]),
      (50, [(.o, .e), (.o, .softE)]),
      // Ukrainian і for old о and е.
      (40, [(.e, .i), (.softE, .i), (.hardE, .i), (.softA, .i)]),
      (55, [(.e, .y), (.softE, .y), (.hardE, .y)]),
      (45, [(.o, .i), (.softO, .i)]), (3, [(.closedI, .i), (.closedI, .y)]),
      (
        12,
        [(.closedI, .o), (.closedI, .e), (.closedI, .softE), (.closedI, .hardE), (.closedI, .a)]
      ),
      (12, [(.closedI, .softO), (.closedI, .hardA), (.closedI, .j)]),
      (15, [(.stressedAdjective, .adjective)]), (60, [(.o, .u)]),
      // Belarusian ў for в and л.
      (3, [(.v, .w)]), (15, [(.u, .w)]), (35, [(.u, .v), (.w, .l)]), (70, [(.v, .l)]),
      (30, [(.f, .v), (.f, .w)]), (60, [(.f, .kh), (.f, .p), (.f, .h)]),
      // Belarusian ц, дз for soft т, д.
      (15, [(.t, .c), (.d, .dz)]), (50, [(.z, .dz), (.s, .c), (.c, .ch), (.c, .dz)]),
      // г is g in Russian and h in the others; h may also be х.
      (4, [(.g, .h)]), (8, [(.h, .kh)]), (55, [(.g, .kh), (.k, .kh), (.h, .k)]), (70, [(.g, .k)]),
      (25, [(.shch, .sh)]), (40, [(.shch, .ch), (.dzh, .zh)]), (60, [(.s, .sh), (.ch, .sh)]),
      (70, [(.z, .zh), (.zh, .sh)]), (80, [(.s, .z)]), (80, [(.b, .p), (.d, .t), (.m, .n)]),
    ]
  )

  /// Mistakes of a machine translation by way of Arabic: no p, v, g, o or e, short vowels unwritten.
  static let arabicPivot = EditCosts(
    vowels: 25,
    consonants: 100,
    losses: [(5, [.j]), (15, [.h, .w]), (35, [.lastA, .lastSoftA, .lastO, .lastE, .adjective])],
    otherVowelLoss: 20,
    otherConsonantLoss: 100,
    pairs: [
      (
        10,
        [(.p, .b), (.f, .v), (.v, .w), (.f, .w), (.w, .u), (.v, .u), (.o, .u), (.softO, .softU)]
      ),
      (10, [(.e, .i), (.softE, .i), (.hardE, .i), (.i, .y), (.i, .j), (.y, .j), (.a, .hardA)]),
      (10, [(.e, .softE), (.e, .hardE), (.softE, .hardE), (.a, .softA), (.softA, .hardA)]),
      (10, [(.lastA, .lastSoftA), (.lastA, .lastO), (.a, .o), (.hardA, .o), (.i, .adjective)]),
      (15, [(.k, .kh), (.h, .kh), (.g, .h), (.g, .zh), (.g, .dzh), (.zh, .dzh), (.g, .j)]),
      (20, [(.k, .h), (.g, .k), (.c, .s), (.c, .k), (.ch, .sh), (.shch, .sh), (.shch, .ch)]),
      (25, [(.c, .t), (.s, .k), (.g, .kh), (.zh, .z), (.dz, .z), (.dz, .d), (.c, .ch)]),
      (50, [(.s, .sh), (.s, .z), (.t, .d), (.zh, .sh), (.zh, .j), (.dzh, .ch)]),
    ]
  )

  private typealias Pair = (Phoneme, Phoneme)

  private init(
    vowels: UInt8,
    consonants: UInt8,
    losses: [(UInt8, [Phoneme])],
    otherVowelLoss: UInt8,
    otherConsonantLoss: UInt8,
    pairs: [(UInt8, [Pair])]
  ) {
    var substitution = [UInt8](repeating: 0, count: Self.stride * Self.stride)
    func set(_ one: Phoneme, _ other: Phoneme, _ cost: UInt8) {
      substitution[Int(one.rawValue) * Self.stride + Int(other.rawValue)] = cost
      substitution[Int(other.rawValue) * Self.stride + Int(one.rawValue)] = cost
    }
    for one in Phoneme.allCases {
      for other in Phoneme.allCases where one != other {
        let isMixed = one.isVowel != other.isVowel
        set(one, other, isMixed ? 130 : one.isVowel ? vowels : consonants)
      }
    }
    for (cost, list) in pairs { for (one, other) in list { set(one, other, cost) } }
    // A last vowel is like the same vowel elsewhere.
    for (last, inner) in [
      (Phoneme.lastA, Phoneme.a), (.lastSoftA, .softA), (.lastO, .o), (.lastE, .e),
    ] {
      for other in Phoneme.allCases where other.isVowel && other.rawValue < Phoneme.lastA.rawValue {
        let cost = substitution[Int(inner.rawValue) * Self.stride + Int(other.rawValue)]
        set(last, other, cost)
      }
    }
    var loss = Phoneme.allCases.map { $0.isVowel ? otherVowelLoss : otherConsonantLoss }
    for (cost, list) in losses { for phoneme in list { loss[Int(phoneme.rawValue)] = cost } }
    self.substitution = substitution
    leastLoss = Int(loss.min() ?? 0)
    self.loss = loss + [UInt8](repeating: 0, count: Self.stride - loss.count)
  }
}
