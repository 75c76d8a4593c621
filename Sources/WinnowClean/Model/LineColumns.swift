/// The columns that the later passes and the trees see, made of what the earlier ones say.
package enum LineColumns {
  /// What the passes before the second say of each line.
  package struct Scores: Sendable {
    package var words: [Float]
    package var end: [Float]
    package var begin: [Float]
    package var first: [Float]
    /// What hashed features add to `first`.
    package var lexical: [Float]

    package init(
      words: [Float],
      end: [Float],
      begin: [Float],
      first: [Float],
      lexical: [Float]
    ) {
      self.words = words
      self.end = end
      self.begin = begin
      self.first = first
      self.lexical = lexical
    }
  }

  private static let first = "first."
  private static let second = "second."
  private static let edge = "edge."
  private static let lexical = "first.lexical"

  /// The columns before the second pass, in order.
  package static let beforeSecond: [String] =
    LineTable.names + SequenceFeatures.names.map { first + $0 }
    + EdgeFeatures.names.map { edge + $0 } + [lexical]
    + VocabularyFeatures.names.map { first + $0 }

  /// The columns before the trees, in order; those of the second pass come last.
  package static let beforeTrees: [String] =
    beforeSecond + (SequenceFeatures.names + VocabularyFeatures.names).map { second + $0 }

  /// The columns `beforeSecond` of a document.
  package static func beforeSecond(_ table: LineTable, _ scores: Scores) -> FeatureRows {
    var rows = FeatureRows(table.rows, widenedTo: beforeSecond)
    var column = table.rows.width
    SequenceFeatures.put(scores.first, table.counts, &rows, column)
    column += SequenceFeatures.names.count
    EdgeFeatures.put(end: scores.end, begin: scores.begin, words: scores.words, &rows, column)
    column += EdgeFeatures.names.count
    for line in scores.lexical.indices { rows[line, column] = scores.lexical[line] }
    VocabularyFeatures.put(scores.first, table.page, &rows, column + 1)
    return rows
  }

  /// The columns `beforeTrees` of a document, by those before the second pass and its log-odds.
  package static func beforeTrees(
    _ rows: FeatureRows,
    _ table: LineTable,
    second z: [Float]
  ) -> FeatureRows {
    var all = FeatureRows(rows, widenedTo: beforeTrees)
    SequenceFeatures.put(z, table.counts, &all, rows.width)
    VocabularyFeatures.put(z, table.page, &all, rows.width + SequenceFeatures.names.count)
    return all
  }

  /// What the first pass says of each line and its surroundings, by columns `beforeSecond`.
  package static func crosses(_ rows: FeatureRows, first z: [Float]) -> HashedFeatures {
    SurroundingCrosses.features(rows, first: z)
  }
}
