import Testing

@testable import WinnowTrain

@Suite struct BoundariesTests {
  private func truth(_ labels: String, words: Int = 20) -> PageTruth {
    let text = String(repeating: "word ", count: words)
    let lines = labels.utf8.enumerated().map { number, label in
      PageTruth.Line(label: label, source: number, text: Array(text.utf8))
    }
    return PageTruth(lines: lines, gold: [])
  }

  @Test("Three lines after the last and before the first line of the article are marked")
  func marks() {
    let boundaries = Boundaries(truth("BBBBCBCCBBBBB"))
    #expect(boundaries.begin == [0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(boundaries.end == [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0])
  }

  @Test("At the page's edges there is nothing to mark")
  func edges() {
    let boundaries = Boundaries(truth("CC"))
    #expect(boundaries == Boundaries(truth("BB")))
    #expect(boundaries.end == [0, 0] && boundaries.begin == [0, 0])
  }
}
