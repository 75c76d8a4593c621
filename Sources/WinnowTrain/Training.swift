import WinnowClean

/// Fits a line model to labelled pages: the passes one after the other, then the trees.
struct Training {
  let recipe: Recipe
  /// Told what is being fitted.
  let progress: (String) -> Void

  private typealias Scores = LineColumns.Scores

  /// Fits a model to pages, each with its fold; pages of one site must be in one fold.
  func fit(_ pages: [LabelledPage], folds: [Int]) -> LineModel {
    let stops = StopWords.choose(pages)
    var tables = pages.map { LineTable($0.document, stops: stops) }
    let lengths = tables.map { $0.counts.map(\.words) }
    let weights = LineWeights(pages, words: lengths, power: recipe.linePower).pages
    let targets = pages.map { $0.truth.targets.map { $0 ?? 0 } }
    var model = LineModel(stops: stops, passes: [:], trees: nil, thresholds: recipe.thresholds)

    let scores = earlyScores(pages, tables, folds, lengths, weights, &model)
    progress("second pass")
    for page in pages.indices { LineColumns.addBeforeSecond(to: &tables[page], scores[page]) }
    let examples = pages.indices.map { page in
      LineExamples(
        rows: tables[page].rows,
        hashed: LineColumns.crosses(tables[page].rows, first: scores[page].first),
        targets: targets[page],
        weights: weights[page]
      )
    }
    let second = NestedPass(
      examples,
      folds: folds,
      by: recipe.second,
      inputs: LineColumns.beforeSecond,
      hashedInput: .surroundings
    )
    model.passes[.second] = second.model
    progress("trees")
    for page in pages.indices {
      LineColumns.addBeforeTrees(to: &tables[page], second: second.logOdds[page])
    }
    model.trees = trees(tables.map(\.rows), second.logOdds, targets, weights)
    return model
  }

  /// Fits the passes before the second, and scores each page by models that have not seen its site.
  private func earlyScores(
    _ pages: [LabelledPage],
    _ tables: [LineTable],
    _ folds: [Int],
    _ lengths: [[Int]],
    _ weights: [[Float]],
    _ model: inout LineModel
  ) -> [Scores] {
    func nest(
      _ pass: LineModel.Pass,
      _ regression: LogisticRegression,
      _ targets: [[Float]],
      _ weights: [[Float]]
    ) -> NestedPass {
      progress("pass \(pass)")
      let isFirst = pass == .first
      let examples = tables.enumerated().map { page, table in
        LineExamples(
          rows: isFirst ? table.rows : FeatureRows(names: [], count: table.count),
          hashed: isFirst ? .joining(table.hashed, table.crosses) : table.hashed,
          targets: targets[page],
          weights: weights[page]
        )
      }
      let nested = NestedPass(
        examples,
        folds: folds,
        by: regression,
        inputs: isFirst ? LineTable.names : [],
        hashedInput: isFirst ? .wordsAndCrosses : .words
      )
      model.passes[pass] = nested.model
      return nested
    }
    let targets = pages.map { $0.truth.targets.map { $0 ?? 0 } }
    let known = pages.map { page in
      page.truth.lines.map { $0.isArticle || $0.isBoilerplate ? Float(1) : 0 }
    }
    let wordWeights = LineWeights(pages, words: lengths, power: recipe.wordsPower).pages
    let boundaries = pages.map { Boundaries($0.truth) }
    let words = nest(.words, recipe.words, targets, wordWeights).logOdds
    let end = nest(.end, recipe.boundaries, boundaries.map(\.end), known).logOdds
    let begin = nest(.begin, recipe.boundaries, boundaries.map(\.begin), known).logOdds
    let first = nest(.first, recipe.first, targets, weights)
    return pages.indices.map { page in
      Scores(
        words: words[page],
        end: end[page],
        begin: begin[page],
        first: first.logOdds[page],
        lexical: first.lexical[page]
      )
    }
  }

  private func trees(
    _ rows: [FeatureRows],
    _ passed: [[Float]],
    _ targets: [[Float]],
    _ weights: [[Float]]
  ) -> TreeModel {
    let inputs = LineColumns.beforeTrees
    let count = rows.reduce(0) { $0 + $1.count }
    // A sample of the lines is enough to see how a column's values lie.
    let step = max(1, count / 100_000)
    let columns = inputs.indices.map { column in
      rows.flatMap { rows in
        stride(from: 0, to: rows.count, by: step).map { rows[$0, column] }
      }
    }
    var table = BinnedTable(binning: Binning(columns: columns), count: count)
    var line = 0
    for rows in rows {
      table.fill(from: line, rows: rows)
      line += rows.count
    }
    return recipe.trees.fit(
      table,
      inputs: inputs,
      targets: targets.flatMap(\.self),
      weights: weights.flatMap(\.self),
      correcting: passed.flatMap(\.self)
    )
  }
}
