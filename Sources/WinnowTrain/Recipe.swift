import WinnowClean

/// How the parts of a line model are fitted, and where it draws the line.
struct Recipe {
  var seed: UInt64 = 1
  var words = LogisticRegression(epochs: 4)
  /// For the passes `end` and `begin`.
  var boundaries = LogisticRegression(epochs: 2)
  var first = LogisticRegression(epochs: 4)
  var second = LogisticRegression(epochs: 3)
  var trees = Boosting()
  /// The power of a line's words that it counts by.
  var linePower = 0.5
  /// The same for the pass that knows words alone, which needs short lines most.
  var wordsPower = 0.25
  var thresholds = LineThresholds(careful: -2.25, lowest: 0.05, highest: 0.48)

  init(seed: UInt64) {
    self.seed = seed
    words.seed = seed
    boundaries.seed = seed
    first.seed = seed
    second.seed = seed
    trees.seed = seed
  }
}
