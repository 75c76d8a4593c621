/// What the spellings of a given name share, as one number: FNV-1a over folded sounds.
struct GivenKey {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init(_ reading: Phonemes, upTo end: Int) {
    let folded = Self.folded.span
    let (softA, softU) = (Phoneme.softA.rawValue, Phoneme.softU.rawValue)
    for place in 0..<end {
      // Andrei is Andre.
      if place == end - 1, reading.codes[place] == Phoneme.j.rawValue { break }
      let code = reading.codes[place]
      // Яна is not Анна, but Елена is Yelena.
      let isDistinct = place == 0 && (code == softA || code == softU)
      add(isDistinct ? code : folded[Int(code)])
    }
  }

  mutating func add(_ phoneme: Phoneme) { add(Self.folded[Int(phoneme.rawValue)]) }

  private mutating func add(_ code: UInt8) {
    value = (value ^ UInt64(code)) &* 0x100_0000_01B3
  }

  private static let folded: [UInt8] = {
    let groups: [[Phoneme]] = [
      [.a, .softA, .hardA, .lastA], [.e, .softE, .hardE, .lastE], [.o, .softO, .lastO],
      [.u, .softU],
      [.i, .y, .adjective, .closedI, .j], [.v, .w, .f], [.g, .h, .kh], [.sh, .shch],
    ]
    var folded = Phoneme.allCases.map(\.rawValue)
    for group in groups {
      for phoneme in group { folded[Int(phoneme.rawValue)] = group[0].rawValue }
    }
    return folded
  }()
}
