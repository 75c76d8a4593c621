/// What a line is by itself.
enum OwnFeatures {
  // Columns that other groups read.
  static let words = 0
  static let logWords = 1
  static let digits = 4
  static let titled = 6
  static let ends = 16
  static let endsWithColon = 17
  static let startsLow = 19
  static let startsUp = 20
  static let common = 29

  static let group = FeatureGroup(
    names: [
      "words", "lwords", "mean_word", "letters", "digits", "upper", "titled", "capitals", "stops",
      "stop_rate", "commas", "comma_rate", "separators", "colons", "quotes", "brackets", "ends",
      "ends_colon", "ellipsis", "start_low", "start_up", "start_digit", "start_bullet",
      "start_open", "clock", "year", "address", "numbers", "copyright", "common", "dashes", "excl",
      "ends_comma", "longest", "common_n", "guillemets",
    ]
  ) { page, rows, column in
    for (line, counts) in page.counts.enumerated() {
      rows.start(line, column)
      put(counts, common: page.common[line], &rows)
    }
  }

  private static func put(_ line: LineCounts, common: Int, _ rows: inout FeatureRows) {
    let tokens = line.tokens - line.dense
    rows.put(min(line.words, 100))
    rows.put(LineMath.log2p(line.words))
    rows.put(min(20, line.letters.per(line.words)))
    rows.put(line.letters.per(line.characters))
    rows.put(line.digits.per(line.characters))
    rows.put(line.upper.per(line.letters))
    rows.put(line.titled.per(tokens))
    rows.put(line.capitals.per(tokens))
    rows.put(min(8, line.stops))
    rows.put(line.stops.per(line.words))
    rows.put(min(12, line.commas))
    rows.put(line.commas.per(line.words))
    rows.put(min(6, line.separators))
    rows.put(min(4, line.colons))
    rows.put(min(6, line.quotes))
    rows.put(min(6, line.brackets))
    rows.put(line.endsSentence)
    rows.put(line.endsWithColon)
    rows.put(line.endsWithDots)
    for beginning in 1...5 { rows.put(line.beginning.rawValue == beginning) }
    rows.put(line.hasClock)
    rows.put(line.hasYear)
    rows.put(line.hasAddress)
    rows.put(line.numbers.per(tokens))
    rows.put(line.hasCopyright)
    rows.put(common.per(tokens))
    rows.put(min(4, line.dashes))
    rows.put(min(3, line.exclamations))
    rows.put(line.endsWithComma)
    rows.put(min(30, line.longest))
    rows.put(min(40, common))
    rows.put(min(2, line.guillemets))
  }
}
