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

  /// Adds the columns up to `beforeSecond` to those of a document.
  package static func addBeforeSecond(to table: inout LineTable, _ scores: Scores) {
    var column = table.rows.width
    table.rows.widen(to: beforeSecond)
    SequenceFeatures.put(scores.first, table.page.counts, &table.rows, column)
    column += SequenceFeatures.names.count
    EdgeFeatures.put(
      end: scores.end,
      begin: scores.begin,
      words: scores.words,
      &table.rows,
      column
    )
    column += EdgeFeatures.names.count
    for line in scores.lexical.indices { table.rows[line, column] = scores.lexical[line] }
    VocabularyFeatures.put(scores.first, table.page, &table.rows, column + 1)
  }

  /// Adds the columns up to `beforeTrees` to those before the second pass, by its log-odds.
  package static func addBeforeTrees(to table: inout LineTable, second z: [Float]) {
    let column = table.rows.width
    table.rows.widen(to: beforeTrees)
    SequenceFeatures.put(z, table.page.counts, &table.rows, column)
    let after = column + SequenceFeatures.names.count
    VocabularyFeatures.put(z, table.page, &table.rows, after)
  }

  /// What the first pass says of each line and its surroundings, by columns `beforeSecond`.
  package static func crosses(_ rows: FeatureRows, first z: [Float]) -> HashedFeatures {
    SurroundingCrosses.features(rows, first: z)
  }
}
