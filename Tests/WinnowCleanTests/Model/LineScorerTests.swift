import Testing
import WinnowText

@testable import WinnowClean

@Suite struct LineScorerTests {
  private func score(_ model: LineModel) throws -> LineScores {
    try LineScorer(model).score(SmallModel.page)
  }

  private func expect(_ got: [Float], _ wanted: [Float]) {
    #expect(got.count == wanted.count)
    for (a, b) in zip(got, wanted) { #expect(abs(a - b) < 1e-5, "\(got) is not \(wanted)") }
  }

  @Test("A linear pass adds its bias and the weights of clipped distances from the mean")
  func linear() throws {
    // 1 word: 2 * (1 - 10) / 5 = -3.6, no end: -1; 15 words: 2 * 1, an end: 1; 13 words: 2 * 0.6.
    expect(try score(SmallModel.model()).logOdds, [-5.1, 2.5, 1.7, -5.1])
    var strong = SmallModel.first
    strong.deviation[0] = 1
    // Nine words from the mean count as three.
    expect(try score(SmallModel.model([.first: strong])).logOdds, [-7.5, 6.5, 6.5, -7.5])
  }

  @Test("Hashed words add their weights, shared among a line's words and pairs")
  func hashed() throws {
    var first = SmallModel.words("home", weight: 3)
    first.bias = 1
    let scores = try score(SmallModel.model([.first: first])).logOdds
    // One word alone; among 15 words and 14 pairs; not there.
    expect(scores, [4, 1 + 3 / Float(29).squareRoot(), 1, 4])
  }

  @Test("Trees have the last word, or correct the last pass")
  func trees() throws {
    // -5.1: left; 2.5 and 15 words: right, right; 1.7 and 13 words: right, right.
    let model = SmallModel.model(trees: SmallModel.trees)
    expect(try score(model).logOdds, [-1.25, 3.75, 3.75, -1.25])
    var correcting = model
    correcting.trees?.correctsPass = true
    correcting.trees?.trees[0].nodes[2].threshold = 13
    expect(try score(correcting).logOdds, [-6.35, 6.25, 3.45, -6.35])
  }

  @Test("The second pass sees what the first says of the lines beside a line")
  func second() throws {
    let second = LinearModel(
      inputs: ["first.z-1"],
      bias: 1,
      weights: [0.5],
      mean: [0],
      deviation: [2]
    )
    let model = SmallModel.model([.first: SmallModel.first, .second: second])
    // The line before: none (-6), -5.1, 2.5, 1.7.
    expect(try score(model).logOdds, [-0.5, 1 - 5.1 / 4, 1 + 2.5 / 4, 1 + 1.7 / 4])
  }

  @Test("The same document is scored the same to the last bit, and so is an empty one")
  func determinism() throws {
    let passes: [LineModel.Pass: LinearModel] = [
      .first: SmallModel.first, .end: SmallModel.words("home", weight: 1),
    ]
    let model = SmallModel.model(passes, trees: SmallModel.trees)
    let scores = try score(model)
    for _ in 0..<5 {
      let again = try score(model)
      #expect(again.logOdds.map(\.bitPattern) == scores.logOdds.map(\.bitPattern))
      #expect(again.reasons(for: [0, 1, 2, 3]) == scores.reasons(for: [0, 1, 2, 3]))
    }
    let empty = try LineScorer(model).score(Document(utf8: []))
    #expect(empty.logOdds.isEmpty && empty.goes(at: .thorough).isEmpty)
  }

  @Test(
    "Careful cuts lower the more words a line has, and lower still between lines of the article"
  )
  func careful() {
    let short = LineThresholds(careful: -2, lowest: 0.05, highest: 0.5)
    // No line is between the article's: they are all of it.
    #expect(short.careful([9, -9, -9, -9], words: [20, 2, 5, 10])[1...] == [-2, -3, -4])
    #expect(short.careful([9, -9, -9, 9], words: [20, 2, 10, 20])[1...2] == [-3.5, -4])
    #expect(short.careful([], words: []).isEmpty)
  }

  @Test("Careful takes a cut for each line, thorough one that the document sets")
  func levels() throws {
    let scores = try score(SmallModel.model())
    #expect(scores.goes(at: .careful) == [true, false, false, true])
    #expect(scores.goes(at: .thorough) == [true, false, false, true])
    // Two lines of probability 1/2: kept both, F1 can be expected to be 2/3; half of it is the cut.
    let half = SmallModel.thresholds.thorough([0, 0], words: [10, 10])
    #expect(abs(half - 1.0 / 3) < 1e-9)
    #expect(SmallModel.thresholds.thorough([9, 9], words: [10, 1]) > 0.499)
    #expect(abs(SmallModel.thresholds.thorough([-9], words: [1]) - 0.05) < 1e-7)
    #expect(SmallModel.thresholds.thorough([], words: []) == Double(Float(0.05)))
  }

  @Test("The strongest reasons come first, and speak for what the line is taken for")
  func reasons() throws {
    let scores = try score(SmallModel.model())
    let phrases = scores.reasons(for: [0, 1]).map { $0.map(\.phrase) }
    #expect(phrases == [["written like a label"], ["written like a sentence"]])
    var first = SmallModel.first
    first.inputs += ["after", "coh_seg"]
    first.weights += [3, 1]
    first.mean += [0.5, 0.5]
    first.deviation += [0.2, 0.5]
    let both = SmallModel.model([.first: first], trees: SmallModel.trees)
    let last = try #require(try score(both).reasons(for: [3]).first)
    #expect(last.map(\.topic) == [.place, .form])
    #expect(last.first?.phrase == "after the article's last paragraph")
    #expect(last.allSatisfy { $0.weight < 0 })
    // The tree's step, shared by what made the first pass say so: -7.5 and -4.6.
    let say = SmallModel.trees.trees[0].nodes[1].value - SmallModel.trees.trees[0].nodes[0].value
    #expect(abs((last.first?.weight ?? 0) - say * 7.5 / 12.1) < 1e-4)
  }

  @Test("Every column is about something")
  func topics() {
    let judging = LineColumns.beforeTrees.filter { LineReason.Topic(column: $0) == .judgement }
    #expect(judging == ["first.z", "first.p", "second.z", "second.p"])
    #expect(Set(LineColumns.beforeTrees).count == LineColumns.beforeTrees.count)
    #expect(LineReason.Topic(column: "w3_words") == .neighbours)
    #expect(LineReason.Topic(column: "st_in") == .place)
    #expect(LineReason.Topic(column: "first.seg0_in") == .place)
    #expect(LineReason.Topic(column: "edge.lex") == .words)
  }
}
