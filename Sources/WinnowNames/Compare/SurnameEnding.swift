/// What a surname's ending says of its bearer's gender.
enum SurnameEnding: Sendable {
  case masculine, feminine, neutral

  /// Looks at -ov -ova, -in -ina, -ski -ska and the other adjectives.
  init(_ codes: InlineArray<22, UInt8>, _ count: Int) {
    func at(_ fromEnd: Int) -> Phoneme? {
      fromEnd <= count ? Phoneme(rawValue: codes[count - fromEnd]) : nil
    }
    self = .neutral
    guard count >= 4, let last = at(1), let second = at(2), let third = at(3) else { return }
    switch last {
    case .lastA:
      let isPossessive = second == .v && third.isVowel && third != .u && third != .softU
      let isAdjective = second == .k && (third == .s || third == .sh)
      let isIna = second == .n && third.isNarrow
      if isPossessive || isAdjective || isIna { self = .feminine }
    case .v, .w, .f: if second.isVowel, second != .u, second != .softU { self = .masculine }
    case .n: if second.isNarrow { self = .masculine }
    case .adjective, .stressedAdjective: self = .masculine
    default: break
    }
  }

  /// Whether one is a man's and the other a woman's.
  func contradicts(_ other: SurnameEnding) -> Bool {
    self != .neutral && other != .neutral && self != other
  }
}

extension Phoneme {
  fileprivate var isNarrow: Bool { self == .i || self == .y || self == .j }
}
