extension LineScores {
  /// The reasons that weighed most for the log-odds being above or below zero, three at most.
  package func reasons(for line: Int) -> [LineReason] {
    let isAgainst = logOdds[line] < 0
    let segment = table.page.segment
    let weights = weights(line)
    return LineReason.Topic.allCases
      .filter { (weights[$0] < 0) == isAgainst && weights[$0] != 0 }
      .map { topic in
        LineReason(
          topic,
          weights[topic],
          isBefore: line < segment.first || segment.last < segment.first,
          isAfter: line > segment.last && segment.last >= segment.first
        )
      }
      .sorted { (abs($0.weight), $1.phrase) > (abs($1.weight), $0.phrase) }
      .prefix(3).map { $0 }
  }

  /// How much each topic adds to the last judge's log-odds.
  private func weights(_ line: Int) -> TopicWeights {
    guard let forest = scorer.forest, let leaves else { return passWeights(line) }
    var weights = forest.weights(leaves, line: line)
    let judged = weights.remove(.judgement) + (scorer.correctsPass ? passed[line] : 0)
    weights.spread(judged, over: passWeights(line))
    return weights
  }

  /// How much each topic adds to the last pass's log-odds.
  private func passWeights(_ line: Int) -> TopicWeights {
    var first = linearWeights(.first, line)
    first[.words] += lexical[line]
    guard let model = scorer.model.passes[.second] else { return first }
    var second = linearWeights(.second, line)
    // What is left are the crosses: what the first pass says of the line and its neighbours.
    second[.judgement] += passed[line] - model.bias - second.sum()
    second.spread(second.remove(.judgement), over: first)
    return second
  }

  private func linearWeights(_ pass: LineModel.Pass, _ line: Int) -> TopicWeights {
    scorer.denseWeights[pass]?.weights(rows, line: line) ?? TopicWeights()
  }
}
