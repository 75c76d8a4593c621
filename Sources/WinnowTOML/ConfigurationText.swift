/// A TOML file's text, to find the line of a value: the parser keeps no places.
struct ConfigurationText {
  let file: String
  private let text: [UInt8]
  /// Each line from its first letter on.
  private let rows: [Range<Int>]

  init(file: String, text: String) {
    self.file = file
    self.text = Array(text.utf8)
    var rows: [Range<Int>] = []
    var start = 0
    for end in self.text.indices where self.text[end] == 0x0A {
      rows.append(start..<end)
      start = end + 1
    }
    rows.append(start..<self.text.count)
    self.rows = rows
  }

  func error(_ line: Int, _ cause: String) -> ConfigurationError {
    ConfigurationError(file: file, line: line, cause: cause)
  }

  /// The lines that begin with a heading, counted from 1.
  func lines(of heading: String) -> [Int] {
    let heading = Array(heading.utf8)
    return rows.indices.filter { begins($0, with: heading) }.map { $0 + 1 }
  }

  /// The line where a key of the table that begins at a line is set; that line itself where it is not.
  func line(ofKey key: String, from start: Int) -> Int {
    let rest = rows.indices.dropFirst(start - 1)
    let end = rest.dropFirst().first { begins($0, with: Array("[".utf8)) } ?? rows.endIndex
    let own = Array(key.utf8)
    let found = rest.prefix { $0 < end }.first { row in
      begins(row, with: own)
        && unindented(row).dropFirst(own.count).first { $0 != 0x20 } == UInt8(ascii: "=")
    }
    let heading = rest.first {
      begins($0, with: Array("[\(key)]".utf8)) || begins($0, with: Array("[[\(key)]]".utf8))
    }
    return (found ?? heading).map { $0 + 1 } ?? start
  }

  private func unindented(_ row: Int) -> ArraySlice<UInt8> {
    text[rows[row]].drop { $0 == 0x20 || $0 == 0x09 }
  }

  private func begins(_ row: Int, with prefix: [UInt8]) -> Bool {
    unindented(row).starts(with: prefix)
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
