/// Where the two levels draw the line.
package struct LineThresholds: Sendable, Equatable {
  /// `careful`: lines of a few words with these log-odds or lower go.
  package var careful: Float
  /// `thorough`: the least and the greatest probability below which lines go.
  package var lowest: Float
  package var highest: Float

  package init(careful: Float, lowest: Float, highest: Float) {
    self.careful = careful
    self.lowest = lowest
    self.highest = highest
  }

  /// The log-odds at or below which each line goes.
  ///
  /// The more words a line has, the dearer its loss: beyond two or three, each doubling lowers the
  /// cut by one. Between lines of the article it is lower, too.
  func careful(_ logOdds: [Float], words: [Int]) -> [Float] {
    let article = zip(logOdds, words).map { odds, words in
      LineMath.sigmoid(Double(odds)) * Double(max(1, words))
    }
    let all = article.reduce(0, +)
    var before = 0.0
    return zip(article, words).map { expected, words in
      defer { before += expected }
      let after = all - before - expected
      let isInside = min(before, after) > 0.02 * all
      let doublings = LineMath.log2p(max(0, Double(words) / 2.5 - 1))
      return min(careful - Float(doublings), isInside ? careful - 1.5 : careful)
    }
  }

  /// The probability below which lines go: half the best F1 that can be expected of the document.
  ///
  /// Keeping a line raises the expected F1 just when its probability is above half of it.
  package func thorough(_ logOdds: [Float], words: [Int]) -> Double {
    let lines = zip(logOdds, words).map { odds, words in
      (probability: LineMath.sigmoid(Double(odds)), words: Double(max(1, words)))
    }
    let all = lines.reduce(0) { $0 + $1.probability * $1.words }
    var best = 0.0
    var hits = 0.0
    var kept = 0.0
    for line in lines.sorted(by: { $0.probability > $1.probability }) {
      hits += line.probability * line.words
      kept += line.words
      best = max(best, 2 * hits / (kept + all))
    }
    return min(Double(highest), max(Double(lowest), best / 2))
  }
}
