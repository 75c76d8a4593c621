extension LineScores {
  /// For each of some lines, in their order, the reasons that weighed most for its log-odds being above or below zero,
  /// three at most.
  package func reasons(for lines: [Int]) -> [[LineReason]] {
    var reasons: [[LineReason]] = []
    reasons.reserveCapacity(lines.count)
    var four = -1
    var (firsts, seconds) = (FourTopicWeights(), FourTopicWeights())
    for line in lines {
      if line / 4 != four {
        four = line / 4
        (firsts, seconds) = (linearWeights(.first, four), linearWeights(.second, four))
      }
      var weights = passWeights(line, firsts[line % 4], seconds[line % 4])
      if let forest = scorer.forest, let leaves {
        let earlier = weights
        weights = forest.weights(leaves, line: line)
        let judged = weights.remove(.judgement) + (scorer.correctsPass ? passed[line] : 0)
        weights.spread(judged, over: earlier)
      }
      reasons.append(strongest(weights, line))
    }
    return reasons
  }

  private func strongest(_ weights: TopicWeights, _ line: Int) -> [LineReason] {
    let isAgainst = logOdds[line] < 0
    let segment = table.page.segment
    var strongest: [LineReason] = []
    for topic in LineReason.Topic.allCases
    where (weights[topic] < 0) == isAgainst && weights[topic] != 0 {
      let reason = LineReason(
        topic,
        weights[topic],
        isBefore: line < segment.first || segment.last < segment.first,
        isAfter: line > segment.last && segment.last >= segment.first
      )
      let place = strongest.firstIndex { reason.isStronger(than: $0) } ?? strongest.count
      if place == 3 { continue }
      if strongest.count == 3 { strongest.removeLast() }
      strongest.insert(reason, at: place)
    }
    return strongest
  }

  /// How much each topic adds to the last pass's log-odds, by what columns add to the first and second.
  private func passWeights(
    _ line: Int,
    _ first: TopicWeights,
    _ second: TopicWeights
  ) -> TopicWeights {
    var (first, second) = (first, second)
    first[.words] += lexical[line]
    guard let model = scorer.model.passes[.second] else { return first }
    // What is left are the crosses: what the first pass says of the line and its neighbours.
    second[.judgement] += passed[line] - model.bias - second.sum()
    second.spread(second.remove(.judgement), over: first)
    return second
  }

  /// How much each topic's columns add to a pass's log-odds of four lines, of which this is the number.
  private func linearWeights(_ pass: LineModel.Pass, _ four: Int) -> FourTopicWeights {
    scorer.denseWeights[pass]?.weights(table.rows, four: 4 * four) ?? FourTopicWeights()
  }
}

extension LineReason {
  fileprivate func isStronger(than other: LineReason) -> Bool {
    let (one, two) = (abs(weight), abs(other.weight))
    return one == two ? phrase < other.phrase : one > two
  }
}
