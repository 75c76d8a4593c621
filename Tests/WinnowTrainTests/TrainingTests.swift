import Foundation
import Testing

@testable import WinnowClean
@testable import WinnowTrain

@Suite struct TrainingTests {
  private static let menu = ["Home", "Sign in", "Share this", "Most read", "Contact us", "More"]
  private static let subjects = ["The minister", "A court", "The farmers", "Our town", "Her team"]
  private static let verbs = ["visited", "described", "repaired", "left", "praised"]
  private static let objects = ["the old bridge", "a new law", "the harvest", "every school"]

  /// Pages of sites that each have a menu of their own, and articles of random sentences.
  private static func pages(sites: Int, each: Int, seed: UInt64) -> [LabelledPage] {
    var generator = SeededGenerator(seed: seed)
    func any(_ choices: [String]) -> String {
      choices[Int(generator.next() % UInt64(choices.count))]
    }
    return (0..<sites * each).map { number in
      let sentences = (0..<6).map { _ in
        (0..<3).map { _ in "\(any(subjects)) \(any(verbs)) \(any(objects)) on that day in May." }
          .joined(separator: " ")
      }
      let head = (0..<4).map { _ in any(menu) }
      let foot = (0..<5).map { _ in any(menu) } + ["© 2020 Site \(number % sites)"]
      return LabelledPage(
        set: "made",
        id: "\(number)",
        tier: "raw",
        site: "site\(number % sites)",
        language: "en",
        text: Array((head + sentences + foot).joined(separator: "\n").utf8),
        labels: Array("BBBBCCCCCCBBBBBB".utf8),
        gold: Array(sentences.joined(separator: "\n").utf8)
      )
    }
  }

  private static var recipe: Recipe {
    var recipe = Recipe(seed: 1)
    recipe.trees.trees = 8
    recipe.trees.minRows = 20
    recipe.thresholds.careful = -1
    return recipe
  }

  private static func fit(_ pages: [LabelledPage], seed: UInt64 = 1) -> LineModel {
    let folds = Folds(pages.map { (set: $0.set, site: $0.site) }, count: 3)
    var recipe = Self.recipe
    if seed != 1 { recipe = Recipe(seed: seed) }
    return Training(recipe: recipe) { _ in }
      .fit(pages, folds: pages.map { folds[$0.site] ?? 0 })
  }

  @Test("A model of easy pages judges unseen ones right, and its file is the same model")
  func easyPages() throws {
    let model = Self.fit(Self.pages(sites: 12, each: 4, seed: 5))
    let read = try LineModel(reading: model.bytes())
    #expect(read == model)
    let scorer = try LineScorer(read)
    for page in Self.pages(sites: 6, each: 1, seed: 6) {
      let scores = scorer.score(page.document)
      for level in CleanLevel.allCases {
        let figures = PageFigures(page.truth, keeps: scores.goes(at: level).map { !$0 })
        #expect(figures.f1 > 0.99)
        #expect(figures.boilerplateRemoved == 10)
      }
    }
  }

  @Test("The same pages and seed give the same file, byte for byte")
  func determinism() {
    let pages = Self.pages(sites: 6, each: 3, seed: 5)
    let bytes = Self.fit(pages).bytes()
    #expect(Self.fit(pages).bytes() == bytes)
    #expect(Self.fit(pages, seed: 2).bytes() != bytes)
  }

  @Test("What later parts learn from comes from models that have not seen the page's site")
  func nesting() {
    // Two folds with opposite labels: who has not seen a page must get it wrong.
    let documents = (0..<20).map { number in
      var hashed = HashedFeatures()
      for _ in 0..<10 {
        hashed.add(1, 0, 0)
        hashed.endLine()
      }
      return LineExamples(
        rows: FeatureRows(names: [], count: 10),
        hashed: hashed,
        targets: Array(repeating: number % 2 == 0 ? 1 : 0, count: 10),
        weights: Array(repeating: 1, count: 10)
      )
    }
    let nested = NestedPass(
      documents,
      folds: (0..<20).map { $0 % 2 },
      by: LogisticRegression(),
      inputs: [],
      hashedInput: .words
    )
    for (number, odds) in nested.logOdds.enumerated() {
      #expect(odds.count == 10)
      #expect(odds.allSatisfy { number % 2 == 0 ? $0 < -1 : $0 > 1 })
    }
  }

  @Test("Cross-validation judges every page once, and the card says how it did")
  func crossValidation() throws {
    let pages = Self.pages(sites: 9, each: 2, seed: 5)
    let folds = Folds(pages.map { (set: $0.set, site: $0.site) }, count: 3)
    let training = Training(recipe: Self.recipe) { _ in }
    let figures = try CrossValidation(pages, folds: folds, training: training)
    let cell = CrossValidation.Cell(set: "made", tier: "raw", language: nil)
    let thorough = try #require(figures.thorough[cell])
    #expect(thorough.pages == 18)
    #expect(thorough.f1 > 0.95)
    let model = Self.fit(pages)
    let card = Card(
      command: "winnow-train made",
      pages: pages,
      recipe: Self.recipe,
      model: model,
      byteCount: 1_234,
      figures: figures
    )
    #expect(card.markdown.contains("| made | 18 | 9 | 288 | raw 18 | en 18 |"))
    #expect(card.markdown.contains("| made | raw | all | 18 | \(thorough.f1.digits(4)) |"))
    #expect(card.markdown.contains("    winnow-train made\n"))
  }

  @Test("Weights: sets and pages count as they should, undecided lines not at all")
  func weights() {
    let pages = Self.pages(sites: 2, each: 2, seed: 1)
    let lengths = pages.map { $0.truth.lines.map(\.words.count) }
    let weights = LineWeights(pages, words: lengths, power: 1).pages
    let sum = weights.joined().reduce(0, +)
    #expect(abs(sum - Float(pages.count * 16)) < 0.01)
    #expect(abs(weights[0].reduce(0, +) - 16) < 0.01)
    #expect(abs(weights[0][4] / weights[0][0] - Float(lengths[0][4]) / Float(lengths[0][0])) < 1e-3)
  }
}
