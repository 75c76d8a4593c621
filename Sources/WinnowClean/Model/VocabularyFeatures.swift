/// Whether a line's words stand in other lines that a pass takes for the article, or for the rest.
enum VocabularyFeatures {
  static let names = [
    "voc_article", "voc_new", "voc_bad", "voc_log", "voc_capital", "voc_prev", "voc_next",
    "voc_pairs",
  ]

  /// Writes the columns, of which the given one is the first.
  static func put(_ z: [Float], _ page: LinePage, _ rows: inout FeatureRows, _ column: Int) {
    let probabilities = z.map { LineMath.sigmoid(Double($0)) }
    let weights = WordWeights(probabilities, page)
    var logs: [Double] = []
    logs.reserveCapacity(z.count)
    for line in z.indices {
      let found = weights.look(at: line, probabilities[line], page)
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

/// For each word, in how many lines of each kind it likely stands.
private struct WordWeights {
  private var article: [Double]
  private var rest: [Double]

  init(_ probabilities: [Double], _ page: LinePage) {
    article = Array(repeating: 0, count: page.contentCount)
    rest = article
    var mark = [Int](repeating: -1, count: page.contentCount)
    for (line, probability) in probabilities.enumerated() {
      for token in page.tokens[line] where page.content[token] >= 0 {
        let word = Int(page.content[token])
        if mark[word] == line { continue }
        mark[word] = line
        article[word] += probability
        rest[word] += 1 - probability
      }
    }
  }

  /// What the other lines make of a line's words.
  func look(
    at line: Int,
    _ probability: Double,
    _ page: LinePage
  ) -> (words: Int, article: Double, new: Int, bad: Int, logs: Double, pairs: Double) {
    var found = (words: 0, article: 0.0, new: 0, bad: 0, logs: 0.0, pairs: 0.0)
    var previous: Double?
    for token in page.tokens[line] {
      guard page.content[token] >= 0 else {
        previous = nil
        continue
      }
      let word = Int(page.content[token])
      let good = max(0, article[word] - probability)
      let bad = max(0, rest[word] - (1 - probability))
      found.words += 1
      if good == 0, bad == 0 {
        // Most words stand in no other line: then the share and the logarithm below are zero.
        found.new += 1
        previous = 0
        continue
      }
      let share = good / (good + bad + 1)
      found.article += share
      if good < 0.3 {
        found.new += 1
        if bad > 0.5 { found.bad += 1 }
      }
      found.logs += LineMath.log((good + 0.3) / (bad + 0.3))
      if let previous { found.pairs += previous * share }
      previous = share
    }
    return found
  }
}
