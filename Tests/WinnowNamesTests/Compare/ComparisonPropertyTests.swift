import Testing

@testable import WinnowNames

@Suite struct ComparisonPropertyTests {
  let comparer: NameComparer

  init() throws { comparer = try TestComparer.shipped.get() }

  private static let syllables = [
    "ka", "li", "noŭ", "sky", "tsi", "dzia", "Sh", "ch", "ov", "va", "ён", "ще", "sch", "rz", "ou",
    "w", "ij", "ya", "gr", "ń", "o", "'", "-", " ", ". ", ", ", "e\u{308}", "北", "9",
  ]

  private func names(_ count: Int, seed: UInt64) -> [String] {
    var state = seed
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    return (0..<count).map { _ in
      (0...next(9)).map { _ in Self.syllables[next(Self.syllables.count)] }.joined()
    }
  }

  @Test("A name with letters is itself, with the highest score")
  func itself() {
    var compared = 0
    for name in names(2_000, seed: 1) {
      let comparison = comparer.compare(name, name)
      if comparison.reason == .noLetters { continue }
      compared += 1
      #expect(comparison.score == 1, "'\(name)' \(comparison.why)")
    }
    #expect(compared > 1_500)
  }

  @Test("The score is symmetric and between 0 and 1")
  func symmetric() {
    let all = names(120, seed: 2)
    for a in all {
      for b in all {
        let comparison = comparer.compare(a, b)
        #expect(comparison.score == comparer.compare(b, a).score, "'\(a)', '\(b)'")
        #expect((0...1).contains(comparison.score))
        #expect(comparison.same == (comparison.score >= 0.5))
      }
      let (one, other) = (SpelledToken(a), SpelledToken(all[0]))
      #expect(comparer.damage(one, other) == comparer.damage(other, one))
      #expect(comparer.similarity(one, other) == comparer.similarity(other, one))
    }
  }

  @Test("Any bytes are read to their end")
  func randomBytes() {
    var state: UInt64 = 3
    for length in 0..<600 {
      let bytes = (0..<length % 90).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 40)
      }
      let token = SpelledToken(utf8: bytes.span)
      var keys: [Skeleton] = []
      Orthographies.read(LetterRun(utf8: bytes.span)) { keys.append(Skeleton($0)) }
      #expect(Skeleton(utf8: bytes.span) == keys.first)
      #expect((0...1).contains(comparer.damage(token, token)))
      let text = String(decoding: bytes, as: UTF8.self)
      #expect((0...1).contains(comparer.compare(text, "Ivan Petrov").score))
    }
  }

  @Test("A name of any length is compared")
  func long() {
    let long = String(repeating: "Kalinouski ", count: 500)
    #expect(comparer.compare(long, long).same)
    let word = String(repeating: "kali", count: 500)
    #expect(!comparer.compare(word, "Kali").same)
  }
}
