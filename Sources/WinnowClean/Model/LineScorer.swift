import WinnowText

/// Scores the lines of documents by a model.
package struct LineScorer: Sendable {
  let model: LineModel
  /// Where in the rows each pass's inputs are.
  let columns: [LineModel.Pass: [Int]]
  let treeColumns: [Int]
  /// What each input of a pass, and of the trees, is about.
  let topics: [LineModel.Pass: [LineReason.Topic]]
  let treeTopics: [LineReason.Topic]

  /// Makes a model ready.
  ///
  /// - Throws: `LineModelError` where its parts do not fit each other or this version's columns.
  package init(_ model: LineModel) throws(LineModelError) {
    self.model = model
    topics = model.passes.mapValues { $0.inputs.map(LineReason.Topic.init(column:)) }
    treeTopics = model.trees?.inputs.map(LineReason.Topic.init(column:)) ?? []
    guard model.passes[.first] != nil else { throw LineModelError("lacks its first pass") }
    var columns: [LineModel.Pass: [Int]] = [:]
    for pass in LineModel.Pass.allCases {
      guard let linear = model.passes[pass] else { continue }
      try linear.check(pass)
      let names = pass == .second ? LineColumns.beforeSecond : LineTable.names
      columns[pass] = try FeatureRows.places(of: linear.inputs, in: names)
    }
    self.columns = columns
    guard let trees = model.trees else {
      treeColumns = []
      return
    }
    try trees.check()
    let hasSecond = model.passes[.second] != nil
    let names = hasSecond ? LineColumns.beforeTrees : LineColumns.beforeSecond
    treeColumns = try FeatureRows.places(of: trees.inputs, in: names)
  }

  /// Scores all lines of a document.
  package func score(_ document: Document) -> LineScores {
    let table = LineTable(document, stops: model.stops)
    let crossed = HashedFeatures.joining(table.hashed, table.crosses)
    func run(_ pass: LineModel.Pass) -> [Float] {
      guard let linear = model.passes[pass] else { return Array(repeating: 0, count: table.count) }
      let features = linear.hashedInput == .wordsAndCrosses ? crossed : table.hashed
      return linear.score(table.rows, columns: columns[pass] ?? [], features)
    }
    let scores = LineColumns.Scores(
      words: run(.words),
      end: run(.end),
      begin: run(.begin),
      first: run(.first),
      lexical: lexical(table, crossed)
    )
    var rows = LineColumns.beforeSecond(table, scores)
    var last = scores.first
    if let second = model.passes[.second] {
      let crosses = LineColumns.crosses(rows, first: scores.first)
      last = second.score(rows, columns: columns[.second] ?? [], crosses)
      if model.trees != nil { rows = LineColumns.beforeTrees(rows, table, second: last) }
    }
    let passed = last
    if let trees = model.trees {
      let corrections = trees.score(rows, columns: treeColumns)
      last = trees.correctsPass ? zip(last, corrections).map { $0 + $1 } : corrections
    }
    return LineScores(
      logOdds: last,
      scorer: self,
      table: table,
      rows: rows,
      passed: passed,
      lexical: scores.lexical
    )
  }

  private func lexical(_ table: LineTable, _ crossed: HashedFeatures) -> [Float] {
    guard let first = model.passes[.first] else { return [] }
    let features = first.hashedInput == .wordsAndCrosses ? crossed : table.hashed
    return first.lexical(features, count: table.count)
  }
}

extension LinearModel {
  fileprivate func check(_ pass: LineModel.Pass) throws(LineModelError) {
    for part in [weights, mean, deviation] where part.count != inputs.count {
      throw LineModelError(
        "pass \(pass) wants \(inputs.count) numbers for its inputs, got \(part.count)"
      )
    }
    guard deviation.allSatisfy({ $0 > 0 }) else {
      throw LineModelError("pass \(pass) wants deviations above zero")
    }
    let wanted = hashedInput == .none ? 0 : HashedFeatures.bucketCount
    guard hashed.count == wanted else {
      throw LineModelError("pass \(pass) wants \(wanted) hashed weights, got \(hashed.count)")
    }
    guard (pass == .second) == (hashedInput == .surroundings) || hashedInput == .none else {
      throw LineModelError("pass \(pass) wants other hashed features than \(hashedInput)")
    }
  }
}

extension TreeModel {
  fileprivate func check() throws(LineModelError) {
    for (number, tree) in trees.enumerated() {
      guard !tree.nodes.isEmpty else { throw LineModelError("tree \(number) is empty") }
      for (place, node) in tree.nodes.enumerated() where node.feature >= 0 {
        let isSound = [node.left, node.right].allSatisfy { place < $0 && $0 < tree.nodes.count }
        guard isSound, Int(node.feature) < inputs.count else {
          throw LineModelError("tree \(number) has a branch that leads nowhere, at node \(place)")
        }
      }
    }
  }
}
