/// What of a word's sounds a machine translation by way of Arabic leaves as it is: the labial stops, m,
/// n, l and r, in their order.
///
/// Arabic writes these apart and loses none of them; to take one for another, or for none, costs a
/// whole mistake (`EditCosts.arabicPivot`). So candidates are looked up by it.
struct DamageKey {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The key of a surname with a given name, by the latter's place in the table.
  init(_ surname: Phonemes, given: Int) {
    for place in 0..<surname.count {
      let kind = Self.kinds[Int(surname.codes[place])]
      if kind != 0 { add(UInt64(kind)) }
    }
    add(UInt64(given) + 100)
  }

  /// FNV-1a, 64 bits.
  private mutating func add(_ number: UInt64) { value = (value ^ number) &* 0x100_0000_01B3 }

  /// By phoneme; 0 for sounds that may change or go.
  private static let kinds: [UInt8] = Phoneme.allCases.map { phoneme in
    switch phoneme {
    case .p, .b: 1
    case .m: 2
    case .n: 3
    case .l: 4
    case .r: 5
    default: 0
    }
  }
}
