import WinnowClean

/// What a model does on sites that it has not learnt from.
struct CrossValidation {
  /// Pages that are judged together.
  struct Cell: Hashable, Comparable {
    let set: String
    let tier: String
    /// Nil for all languages.
    let language: String?

    static func < (left: Cell, right: Cell) -> Bool {
      (left.set, left.tier, left.language ?? "") < (right.set, right.tier, right.language ?? "")
    }
  }

  private(set) var thorough: [Cell: Figures] = [:]
  private(set) var careful: [Cell: Figures] = [:]

  /// For each fold fits a model to the others, and judges the fold's pages by it.
  init(
    _ pages: [LabelledPage],
    folds: Folds,
    training: Training
  ) throws {
    let places = pages.map { folds[$0.site] ?? 0 }
    for fold in 0..<folds.count {
      training.progress("fold \(fold + 1) of \(folds.count)")
      let known = pages.indices.filter { places[$0] != fold }
      let model = training.fit(known.map { pages[$0] }, folds: known.map { places[$0] })
      let scorer = try LineScorer(model)
      for page in pages.indices where places[page] == fold { judge(pages[page], scorer) }
    }
  }

  private mutating func judge(_ page: LabelledPage, _ scorer: LineScorer) {
    let scores = scorer.score(page.document)
    func figures(_ level: CleanLevel) -> PageFigures {
      PageFigures(page.truth, keeps: scores.goes(at: level).map { !$0 })
    }
    for language in [nil, page.language] {
      let cell = Cell(set: page.set, tier: page.tier, language: language)
      thorough[cell, default: Figures()].add(figures(.thorough))
      careful[cell, default: Figures()].add(figures(.careful))
    }
  }

  /// A table in Markdown, a row for each set, tier and language.
  var table: String {
    var lines = [
      "| set | tier | language | pages | thorough F1 | precision | recall "
        + "| careful: words lost % | pages damaged % | removal precision | boilerplate removed % |",
      "|---|---|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    let cells = thorough.keys.sorted().filter { cell in
      cell.language == nil
        || thorough.keys.count { $0.set == cell.set && $0.tier == cell.tier } > 2
    }
    for cell in cells {
      guard let thorough = thorough[cell], let careful = careful[cell] else { continue }
      let numbers = [
        thorough.f1.digits(4), thorough.precision.digits(3), thorough.recall.digits(3),
        (100 * careful.lost).digits(2), (100 * careful.damaged).digits(1),
        careful.removalPrecision.digits(4), (100 * careful.removalRecall).digits(1),
      ]
      lines.append(
        "| \(cell.set) | \(cell.tier) | \(cell.language ?? "all") | \(thorough.pages) | "
          + numbers.joined(separator: " | ") + " |"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
