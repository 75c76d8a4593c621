import Testing

@testable import WinnowTrain

@Suite struct EvaluationTests {
  private static func page(_ text: String, labels: String, gold: String) -> LabelledPage {
    LabelledPage(
      set: "set",
      id: "1",
      tier: "raw",
      site: "example.org",
      language: "en",
      text: Array(text.utf8),
      labels: Array(labels.utf8),
      gold: Array(gold.utf8)
    )
  }

  /// Ten words of article in two lines, boilerplate around them, one undecided line.
  private static let sample = page(
    "Home News\nTitle here\n\n  one two three four five six\nShare\nseven eight nine ten\n(c)\n",
    labels: "BT-CBC?",
    gold: "one two three four five six\nseven eight nine ten"
  )

  @Test("Labels follow their lines where blank ones are left out")
  func labels() {
    let lines = Self.sample.truth.lines
    #expect(String(decoding: lines.map(\.label), as: UTF8.self) == "BTCBC?")
    #expect(lines.map(\.source) == [0, 1, 3, 4, 5, 6])
    #expect(Self.sample.truth.targets == [0, 0, 1, 0, 1, nil])
  }

  @Test("A headline that the article has is part of it")
  func headline() {
    let page = Self.page("Big News!\nBig day", labels: "TT", gold: "BIG NEWS\nIt was a day.")
    #expect(page.truth.targets == [1, 0])
  }

  @Test("Everything kept: no loss, and the precision of the whole page")
  func everything() {
    let figures = PageFigures(Self.sample.truth, keeps: Array(repeating: true, count: 6))
    #expect(figures.precision == 10.0 / 16)
    #expect(figures.recall == 1)
    #expect(abs(figures.f1 - 20.0 / 26) < 1e-12)
    #expect(figures.boilerplateRemoved == 0)
    #expect(figures.articleWordsLost == 0)
    #expect(!figures.isDamaged)
  }

  @Test("A line of the article lost and a line of boilerplate kept")
  func someLost() {
    let keeps = [false, false, true, true, false, false]
    let figures = PageFigures(Self.sample.truth, keeps: keeps)
    #expect(figures.precision == 6.0 / 7)
    #expect(figures.recall == 6.0 / 10)
    #expect(figures.boilerplateLines == 2)
    #expect(figures.boilerplateRemoved == 1)
    #expect(figures.articleRemoved == 1)
    #expect(figures.articleWords == 10)
    #expect(figures.articleWordsLost == 4)
    #expect(figures.isDamaged)
    var sum = Figures()
    sum.add(figures)
    sum.add(PageFigures(Self.sample.truth, keeps: Array(repeating: true, count: 6)))
    #expect(sum.removalPrecision == 0.5)
    #expect(sum.removalRecall == 0.25)
    #expect(sum.lost == 0.2)
    #expect(sum.damaged == 0.5)
    #expect(abs(sum.recall - 0.8) < 1e-12)
  }

  @Test("A word counts as often as the article has it")
  func counts() {
    let page = Self.page("a a b\na c", labels: "CB", gold: "a b b")
    let figures = PageFigures(page.truth, keeps: [true, true])
    #expect(figures.precision == 2.0 / 5)
    #expect(figures.recall == 2.0 / 3)
  }

  @Test("A page without article is right when nothing is kept")
  func empty() {
    let page = Self.page("menu", labels: "B", gold: "")
    #expect(PageFigures(page.truth, keeps: [false]).precision == 1)
    #expect(PageFigures(page.truth, keeps: [true]).precision == 0)
    #expect(PageFigures(page.truth, keeps: [false]).f1 == 0)
  }

  @Test("Parts of one line of the original are counted as one line")
  func parts() {
    let page = Self.page("one two\u{2028}three\nmenu", labels: "CB", gold: "one two three")
    #expect(page.truth.lines.map(\.source) == [0, 0, 1])
    let figures = PageFigures(page.truth, keeps: [true, false, false])
    #expect(figures.articleRemoved == 0)
    #expect(abs(figures.articleWordsLost - 3 * 5.0 / 11) < 1e-12)
    #expect(figures.boilerplateRemoved == 1)
  }

  @Test("Words are those of the original spelling, without characters that can't be seen")
  func spelling() {
    let page = Self.page(
      "A\u{308}rzte  kom\u{AD}men\nmenu",
      labels: "CB",
      gold: "A\u{308}rzte kommen"
    )
    let figures = PageFigures(page.truth, keeps: [true, false])
    #expect(page.truth.lines[0].words.count == 3)
    #expect(figures.f1 == 1)
    #expect(abs(figures.articleWordsLost - 3 * 1.0 / 13) < 1e-12)
  }
}
