/// Whether a line's words stand in other lines that a pass takes for the article, or for the rest.
enum VocabularyFeatures {
  static let names = [
    "voc_article", "voc_new", "voc_bad", "voc_log", "voc_capital", "voc_prev", "voc_next",
    "voc_pairs",
  ]

  /// Writes the columns, of which the given one is the first.
  static func put(_ z: [Float], _ page: LinePage, _ rows: inout FeatureRows, _ column: Int) {
    let probabilities = z.map { LineMath.sigmoid(Double($0)) }
    let weights = WordWeights(probabilities, page.shared)
    var logs: [Double] = []
    logs.reserveCapacity(z.count)
    for line in z.indices {
      let found = weights.look(at: line, probabilities[line], page.shared)
      let words = max(1, found.words)
      logs.append(found.logs.per(words))
      rows.start(line, column)
      rows.put(found.article.per(words))
      rows.put(found.new.per(words))
      rows.put(found.bad.per(words))
      rows.put(found.logs.per(words))
      rows.put(found.logs / Double(words).squareRoot())
      rows.start(line, column + 7)
      rows.put(found.pairs.per(words))
    }
    for line in z.indices {
      rows.start(line, column + 5)
      rows.put(line > 0 ? logs[line - 1] : 0)
      rows.put(line + 1 < logs.count ? logs[line + 1] : 0)
    }
  }
}

/// For each word that lines share, in how many lines of each kind it likely stands.
private struct WordWeights {
  /// Lines of the article, and others.
  private var weights: [SIMD2<Double>]

  init(_ probabilities: [Double], _ shared: SharedWords) {
    weights = Array(repeating: .zero, count: shared.count)
    for (line, probability) in probabilities.enumerated() {
      let weight = SIMD2(probability, 1 - probability)
      for place in shared[line] where place.isFirst { weights[place.word] += weight }
    }
  }

  /// What the other lines make of a line's words; a word that no other line has is new.
  func look(
    at line: Int,
    _ probability: Double,
    _ shared: SharedWords
  ) -> (words: Int, article: Double, new: Int, bad: Int, logs: Double, pairs: Double) {
    let words = shared.meaningful[line]
    let places = shared[line]
    var found = (
      words: words, article: 0.0, new: words - places.count, bad: 0, logs: 0.0, pairs: 0.0
    )
    let own = SIMD2(probability, 1 - probability)
    var previous = (token: -2, share: 0.0)
    for place in places {
      let others = weights[place.word] - own
      let (good, bad) = (max(0, others[0]), max(0, others[1]))
      let share = good / (good + bad + 1)
      found.article += share
      if good < 0.3 {
        found.new += 1
        if bad > 0.5 { found.bad += 1 }
      }
      found.logs += LineMath.log((good + 0.3) / (bad + 0.3))
      if previous.token == place.token - 1 { found.pairs += previous.share * share }
      previous = (place.token, share)
    }
    return found
  }
}
