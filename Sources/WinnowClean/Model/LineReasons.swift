extension LineScores {
  /// For each of some lines the reasons that weighed most for its log-odds being above or below zero,
  /// three at most.
  package func reasons(for lines: [Int]) -> [[LineReason]] {
    var reasons: [[LineReason]] = []
    reasons.reserveCapacity(lines.count)
    for first in stride(from: 0, to: lines.count, by: 4) {
      let four = lines[first..<min(first + 4, lines.count)]
      let (firsts, seconds) = (linearWeights(.first, four), linearWeights(.second, four))
      for (lane, line) in four.enumerated() {
        var weights = passWeights(line, firsts[lane], seconds[lane])
        if let forest = scorer.forest, let leaves {
          let earlier = weights
          weights = forest.weights(leaves, line: line)
          let judged = weights.remove(.judgement) + (scorer.correctsPass ? passed[line] : 0)
          weights.spread(judged, over: earlier)
        }
        reasons.append(strongest(weights, line))
      }
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

  /// How much each topic's columns add to a pass's log-odds of up to four lines.
  private func linearWeights(_ pass: LineModel.Pass, _ lines: ArraySlice<Int>) -> FourTopicWeights {
    guard let dense = scorer.denseWeights[pass], let last = lines.last else {
      return FourTopicWeights()
    }
    var four = SIMD4(repeating: last)
    for (lane, line) in lines.enumerated() { four[lane] = line }
    return dense.weights(rows, four)
  }
}

extension LineReason {
  fileprivate func isStronger(than other: LineReason) -> Bool {
    let (one, two) = (abs(weight), abs(other.weight))
    return one == two ? phrase < other.phrase : one > two
  }
}
