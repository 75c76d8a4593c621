/// A TOML file's text, to find the line of a value: the parser keeps no places.
struct ConfigurationText {
  let file: String
  private let rows: [Substring]

  init(file: String, text: String) {
    self.file = file
    rows = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " || $0 == "\t" } }
  }

  func error(_ line: Int, _ cause: String) -> ConfigurationError {
    ConfigurationError(file: file, line: line, cause: cause)
  }

  /// The lines that begin with a heading, counted from 1.
  func lines(of heading: String) -> [Int] {
    rows.indices.filter { rows[$0].hasPrefix(heading) }.map { $0 + 1 }
  }

  /// The line where a key of the table that begins at a line is set; that line itself where it is not.
  func line(ofKey key: String, from start: Int) -> Int {
    let rest = rows.indices.dropFirst(start - 1)
    let end = rest.dropFirst().first { rows[$0].hasPrefix("[") } ?? rows.endIndex
    let found = rest.prefix { $0 < end }.first { place in
      rows[place].hasPrefix(key)
        && rows[place].dropFirst(key.count).drop { $0 == " " }.hasPrefix("=")
    }
    let heading = rest.first { rows[$0].hasPrefix("[\(key)]") || rows[$0].hasPrefix("[[\(key)]]") }
    return (found ?? heading).map { $0 + 1 } ?? start
  }
}

extension StringProtocol {
  /// Levenshtein's edit distance.
  package func editDistance(to other: some StringProtocol) -> Int {
    var row = Array(0...other.count)
    for (i, a) in self.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in other.enumerated() {
        let above = row[j + 1]
        row[j + 1] = Swift.min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = above
      }
    }
    return row[other.count]
  }
}
