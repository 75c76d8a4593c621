/// What a model says of a document's lines.
package struct LineScores: Sendable {
  /// For each line, how much more likely than not it belongs to the article (natural logarithm).
  package let logOdds: [Float]

  let scorer: LineScorer
  /// With all columns that the last judge saw.
  let table: LineTable
  /// The log-odds of the last pass, before the trees.
  let passed: [Float]
  /// What hashed features add to the first pass.
  let lexical: [Float]
  /// Where the lines end in the trees; nil where there are none.
  let leaves: Forest.Leaves?

  /// For each line, whether it goes.
  package func goes(at level: CleanLevel) -> [Bool] {
    let thresholds = scorer.model.thresholds
    let words = table.counts.map(\.words)
    switch level {
    case .careful:
      return zip(logOdds, thresholds.careful(logOdds, words: words)).map { $0 <= $1 }
    case .thorough:
      let cut = thresholds.thorough(logOdds, words: words)
      return logOdds.map { LineMath.sigmoid(Double($0)) < cut }
    }
  }

  /// Whether a line may be prose of the article.
  func isPlausible(_ line: Int) -> Bool { logOdds[line] > -1 }

  /// Whether a line goes that weak evidence is against.
  func isDoubtful(_ line: Int, at level: CleanLevel) -> Bool {
    logOdds[line] < (level == .careful ? -0.75 : 0.5)
  }
}
