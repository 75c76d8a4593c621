/// Where words tell that an article has ended, or is about to begin.
enum EdgeFeatures {
  static let names = [
    "end", "begin", "end_up3", "end_up", "end_up_far", "begin_down3", "begin_down", "begin_up",
    "end_down3", "lex", "lex3",
  ]

  /// Writes the columns, of which the given one is the first, by the log-odds of three passes.
  static func put(
    end: [Float],
    begin: [Float],
    words: [Float],
    _ rows: inout FeatureRows,
    _ column: Int
  ) {
    var peak: Float = -9
    for line in end.indices {
      func most(_ values: [Float], up: Int, down: Int) -> Double {
        let window = max(0, line - up)..<min(values.count, line + down + 1)
        return Double(max(-9, values[window].max() ?? -9))
      }
      peak = max(peak, end[line])
      let beside = max(0, line - 3)..<min(words.count, line + 4)
      rows.start(line, column)
      rows.put(Double(end[line]))
      rows.put(Double(begin[line]))
      rows.put(most(end, up: 3, down: 0))
      rows.put(most(end, up: 15, down: 0))
      rows.put(Double(peak))
      rows.put(most(begin, up: 0, down: 3))
      rows.put(most(begin, up: 0, down: 15))
      rows.put(most(begin, up: 15, down: 0))
      rows.put(most(end, up: 0, down: 3))
      rows.put(Double(words[line]))
      rows.put(words[beside].reduce(0) { $0 + Double($1) } / Double(beside.count))
    }
  }
}
