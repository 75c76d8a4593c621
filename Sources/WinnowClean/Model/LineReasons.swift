extension LineScores {
  /// The reasons that weighed most for the log-odds being above or below zero, three at most.
  package func reasons(for line: Int) -> [LineReason] {
    let isAgainst = logOdds[line] < 0
    let segment = table.page.segment
    return weights(line)
      .filter { ($0.value < 0) == isAgainst && $0.value != 0 }
      .map { topic, weight in
        LineReason(
          topic,
          weight,
          isBefore: line < segment.first || segment.last < segment.first,
          isAfter: line > segment.last && segment.last >= segment.first
        )
      }
      .sorted { (abs($0.weight), $1.phrase) > (abs($1.weight), $0.phrase) }
      .prefix(3).map { $0 }
  }

  private typealias Weights = [LineReason.Topic: Float]

  /// How much each topic adds to the last judge's log-odds.
  private func weights(_ line: Int) -> Weights {
    guard let trees = scorer.model.trees else { return passWeights(line) }
    var weights: Weights = [:]
    let parts = trees.contributions(rows, columns: scorer.treeColumns, line: line)
    for (topic, part) in zip(scorer.treeTopics, parts) where part != 0 {
      weights[topic, default: 0] += part
    }
    let judged =
      (weights.removeValue(forKey: .judgement) ?? 0) + (trees.correctsPass ? passed[line] : 0)
    return Self.spread(judged, over: passWeights(line), into: weights)
  }

  /// How much each topic adds to the last pass's log-odds.
  private func passWeights(_ line: Int) -> Weights {
    var first = linearWeights(.first, line)
    first[.words, default: 0] += lexical[line]
    guard scorer.model.passes[.second] != nil else { return first }
    var second = linearWeights(.second, line)
    let dense = second.values.sorted().reduce(0, +)
    let bias = scorer.model.passes[.second]?.bias ?? 0
    // What is left are the crosses: what the first pass says of the line and its neighbours.
    second[.judgement, default: 0] += passed[line] - bias - dense
    let judged = second.removeValue(forKey: .judgement) ?? 0
    return Self.spread(judged, over: first, into: second)
  }

  private func linearWeights(_ pass: LineModel.Pass, _ line: Int) -> Weights {
    guard let model = scorer.model.passes[pass], let columns = scorer.columns[pass],
      let topics = scorer.topics[pass]
    else { return [:] }
    var weights: Weights = [:]
    for (input, column) in columns.enumerated() {
      let part = model.contribution(of: input, rows[line, column])
      weights[topics[input], default: 0] += part
    }
    return weights
  }

  /// Gives an earlier pass's say to the topics that spoke the same way there, by their share.
  private static func spread(
    _ say: Float,
    over earlier: Weights,
    into weights: Weights
  ) -> Weights {
    var weights = weights
    let agreeing = earlier.filter { ($0.value < 0) == (say < 0) }
    let all = agreeing.values.sorted().reduce(0, +)
    guard all != 0 else {
      weights[.judgement, default: 0] += say
      return weights
    }
    for (topic, weight) in agreeing { weights[topic, default: 0] += say * weight / all }
    return weights
  }
}
