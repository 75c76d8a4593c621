import WinnowText

/// Scores the lines of documents by a model.
package struct LineScorer: Sendable {
  let model: LineModel
  private let hashedWeights: HashedWeights
  let denseWeights: [LineModel.Pass: DenseWeights]
  let forest: Forest?

  /// Whether the trees correct the last pass.
  var correctsPass: Bool { model.trees?.correctsPass ?? false }

  /// Makes a model ready.
  ///
  /// - Throws: `LineModelError` where its parts do not fit each other or this version's columns.
  package init(_ model: LineModel) throws(LineModelError) {
    self.model = model
    guard model.passes[.first] != nil else { throw LineModelError("lacks its first pass") }
    var denseWeights: [LineModel.Pass: DenseWeights] = [:]
    for pass in LineModel.Pass.allCases {
      guard let linear = model.passes[pass] else { continue }
      try linear.check(pass)
      let names = pass == .second ? LineColumns.beforeSecond : LineTable.names
      let columns = try FeatureRows.places(of: linear.inputs, in: names)
      denseWeights[pass] = DenseWeights(linear, columns: columns)
    }
    self.denseWeights = denseWeights
    hashedWeights = HashedWeights(model.passes)
    guard let trees = model.trees else {
      forest = nil
      return
    }
    try trees.check()
    let hasSecond = model.passes[.second] != nil
    let names = hasSecond ? LineColumns.beforeTrees : LineColumns.beforeSecond
    let columns = try FeatureRows.places(of: trees.inputs, in: names)
    forest = Forest(
      trees,
      columns: columns,
      topics: trees.inputs.map(LineReason.Topic.init(column:))
    )
  }

  /// Scores all lines of a document.
  package func score(_ document: Document) -> LineScores { score(LineScan(document)) }

  /// Scores all lines of a document that has been read.
  func score(_ scan: LineScan) -> LineScores {
    var table = LineTable(scan, stops: model.stops)
    let hashed = hashedWeights.sums(table)
    let rows = table.rows
    func run(_ pass: LineModel.Pass, _ lexical: [Float]) -> [Float] {
      denseWeights[pass]?.score(rows, lexical: lexical) ?? Array(repeating: 0, count: rows.count)
    }
    let scores = LineColumns.Scores(
      words: run(.words, hashed.words),
      end: run(.end, hashed.end),
      begin: run(.begin, hashed.begin),
      first: run(.first, hashed.first),
      lexical: hashed.first
    )
    LineColumns.addBeforeSecond(to: &table, scores)
    var last = scores.first
    if let second = model.passes[.second], let dense = denseWeights[.second] {
      let crosses = LineColumns.crosses(table.rows, first: scores.first)
      last = dense.score(table.rows, lexical: second.lexical(crosses))
      if forest != nil { LineColumns.addBeforeTrees(to: &table, second: last) }
    }
    let passed = last
    let corrections = forest?.score(table.rows)
    if let corrections {
      last =
        correctsPass ? zip(last, corrections.logOdds).map { $0 + $1 } : corrections.logOdds
    }
    return LineScores(
      logOdds: last,
      scorer: self,
      table: table,
      passed: passed,
      lexical: scores.lexical,
      leaves: corrections?.leaves
    )
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
    let got = hashed?.steps.count ?? 0
    guard got == wanted else {
      throw LineModelError("pass \(pass) wants \(wanted) hashed weights, got \(got)")
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
      let leaves = tree.nodes.count { $0.feature < 0 }
      guard leaves <= Forest.mostLeaves else {
        throw LineModelError(
          "tree \(number) wants at most \(Forest.mostLeaves) leaves, got \(leaves)"
        )
      }
      var parents = [Int](repeating: 0, count: tree.nodes.count)
      for (place, node) in tree.nodes.enumerated() where node.feature >= 0 {
        let isSound = [node.left, node.right].allSatisfy { place < $0 && $0 < tree.nodes.count }
        guard isSound, Int(node.feature) < inputs.count else {
          throw LineModelError("tree \(number) has a branch that leads nowhere, at node \(place)")
        }
        for below in [node.left, node.right] { parents[Int(below)] += 1 }
      }
      guard parents.allSatisfy({ $0 <= 1 }) else {
        throw LineModelError("tree \(number) wants each node below one other, got more")
      }
    }
  }
}
