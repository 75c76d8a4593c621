/// What a model says of a document's lines.
package struct LineScores: Sendable {
  /// For each line, how much more likely than not it belongs to the article (natural logarithm).
  package let logOdds: [Float]

  let scorer: LineScorer
  let table: LineTable
  /// All columns that the last judge saw.
  let rows: FeatureRows
  /// The log-odds of the last pass, before the trees.
  let passed: [Float]
  /// What hashed features add to the first pass.
  let lexical: [Float]
  /// Where the lines end in the trees; nil where there are none.
  let leaves: Forest.Leaves?

  /// For each line, whether it goes.
  package func goes(at level: CleanLevel) -> [Bool] {
    let thresholds = scorer.model.thresholds
    switch level {
    case .careful: return logOdds.map { $0 <= thresholds.careful }
    case .thorough:
      let words = table.counts.map(\.words)
      let cut = thresholds.thorough(logOdds, words: words)
      return logOdds.map { LineMath.sigmoid(Double($0)) < cut }
    }
  }
}
