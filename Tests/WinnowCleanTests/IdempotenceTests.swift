import Testing
import WinnowClean
import WinnowText

/// Random input that is the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

@Suite struct IdempotenceTests {
  private func check(_ source: String, _ level: CleanLevel, _ comment: Comment) throws {
    let cleaner = Cleaner(rules: try TestRules.shipped.get(), level: level)
    let once = cleaner.clean(Document(utf8: Array(source.utf8)))
    let again = cleaner.clean(Document(once.document.text))
    #expect(again.document.text == once.document.text, comment)
    #expect(again.document.edits.isEmpty, comment)
    #expect(again.title == once.title, comment)
  }

  @Test("Cleaning a cleaned text changes nothing", arguments: GoldenCase.all, CleanLevel.allCases)
  func pages(page: GoldenCase, level: CleanLevel) throws {
    try check(page.source, level, "\(page.name)")
  }

  @Test(
    "Cleaning a cleaned text changes nothing, whatever the order of its lines",
    arguments: 0..<10,
    CleanLevel.allCases
  )
  func shuffled(seed: Int, level: CleanLevel) throws {
    var generator = SeededGenerator(UInt64(seed))
    let pool = GoldenCase.all.flatMap { $0.source.split(separator: "\n") }
    for _ in 0..<12 {
      let count = Int.random(in: 1...40, using: &generator)
      // Few different lines, so that some come again.
      let choice = pool.shuffled(using: &generator).prefix(30)
      let lines = (0..<count).compactMap { _ in choice.randomElement(using: &generator) }
      try check(lines.joined(separator: "\n"), level, "\(seed)")
    }
  }
}
