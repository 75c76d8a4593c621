import WinnowText

@testable import WinnowClean

/// Models made by hand, whose scores can be worked out on paper.
enum SmallModel {
  static let stops = StopList(["the", "of"].map(hash))
  static let thresholds = LineThresholds(careful: -3, lowest: 0.05, highest: 0.5)

  /// The hash of a single word.
  static func hash(_ word: String) -> UInt32 {
    let table = LineTable(Document(utf8: Array(word.utf8)), stops: StopList([]))
    return table.tokens.hashes.first ?? 0
  }

  /// Looks at how many words a line has and how it ends.
  static let first = LinearModel(
    inputs: ["words", "ends"],
    bias: -0.5,
    weights: [2, 1],
    mean: [10, 0.5],
    deviation: [5, 0.5]
  )

  static func words(_ word: String, weight: Float) -> LinearModel {
    let table = LineTable(Document(utf8: Array(word.utf8)), stops: stops)
    // The first feature of a line of one word is that word.
    let bucket = Int(table.hashed[0][0].bucket)
    return LinearModel(hashedInput: .words, hashed: weights(step: weight) { $0 == bucket ? 1 : 0 })
  }

  static func weights(step: Float = 0.001, _ steps: (_ bucket: Int) -> Int8) -> StepWeights {
    StepWeights(step: step, steps: (0..<HashedFeatures.bucketCount).map(steps))
  }

  /// One question about the first pass's say, and one about the words below it.
  static let trees = TreeModel(
    inputs: ["first.z", "words"],
    bias: 0.25,
    correctsPass: false,
    trees: [
      TreeModel.Tree(nodes: [
        TreeModel.Node(feature: 0, left: 1, right: 2, threshold: 0, value: 0.1),
        TreeModel.Node(leaf: -2),
        TreeModel.Node(feature: 1, left: 3, right: 4, threshold: 12, value: 0.5),
        TreeModel.Node(leaf: 1),
        TreeModel.Node(leaf: 3),
      ]),
      TreeModel.Tree(nodes: [TreeModel.Node(leaf: 0.5)]),
    ]
  )

  static func model(
    _ passes: [LineModel.Pass: LinearModel] = [.first: first],
    trees: TreeModel? = nil
  ) -> LineModel {
    LineModel(stops: stops, passes: passes, trees: trees, thresholds: thresholds)
  }

  static let page = Document(
    utf8: Array(
      """
      Home
      The council met on Monday to talk of the old bridge, and then went home.
      The bridge was closed for nine months, said the mayor of the town.
      Home

      """.utf8
    )
  )
}
