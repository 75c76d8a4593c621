/// How alike lines at a distance are: templates repeat, prose does not.
enum ShapeFeatures {
  private static let offsets = [-4, -3, -2, 2, 3, 4]

  static let group = FeatureGroup(
    names: [
      "lag-4", "lag-3", "lag-2", "lag+2", "lag+3", "lag+4", "lag_best", "std3", "std7", "dup_prev",
      "dup_next",
    ]
  ) { page, rows, column in
    let lengths = (0..<page.count).map { Double(rows[$0, OwnFeatures.logWords]) }
    for line in 0..<page.count {
      rows.start(line, column)
      var best = 9.0
      for offset in offsets {
        let difference = RepeatFeatures.difference(page, rows, line, line + offset)
        best = min(best, difference)
        rows.put(difference)
      }
      rows.put(best)
      rows.put(spread(lengths, line, 3))
      rows.put(spread(lengths, line, 7))
      rows.put(shared(page, line, line - 1))
      rows.put(shared(page, line, line + 1))
    }
  }

  /// The standard deviation of the logarithms of the words of the lines around a line.
  private static func spread(_ lengths: [Double], _ line: Int, _ radius: Int) -> Double {
    let window = max(0, line - radius)..<min(lengths.count, line + radius + 1)
    var sum = 0.0
    var squares = 0.0
    for length in lengths[window] {
      sum += length
      squares += length * length
    }
    let mean = sum / Double(window.count)
    return max(0, squares / Double(window.count) - mean * mean).squareRoot()
  }

  /// The share of a line's first longer words that stand in the other line too.
  private static func shared(_ page: LinePage, _ line: Int, _ other: Int) -> Double {
    guard 0 <= other, other < page.count else { return 0 }
    let hashes = page.tokens.hashes
    let others = page.tokens[other].prefix(40)
    // A bit for each of the other line's hashes spares most of the search.
    var bits: UInt64 = 0
    for token in others { bits |= 1 << UInt64(hashes[token] & 63) }
    var words = 0
    var hits = 0
    for token in page.tokens[line].prefix(20) where page.tokens.sizes[token] >= 4 {
      words += 1
      let hash = hashes[token]
      if bits & 1 << UInt64(hash & 63) == 0 { continue }
      if others.contains(where: { hashes[$0] == hash }) { hits += 1 }
    }
    return hits.per(words)
  }
}
