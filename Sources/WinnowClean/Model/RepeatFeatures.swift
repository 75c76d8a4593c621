/// Lines that come more than once, and lines that begin or end alike.
enum RepeatFeatures {
  static let group = FeatureGroup(
    names: [
      "same", "same_before", "same_after", "same_gap", "first_token", "last_token", "shape_prev",
      "shape_next", "first_prev", "first_next",
    ]
  ) { page, rows, column in
    putSame(page, &rows, column)
    let firsts = tokens(page) { $0.lowerBound }
    let lasts = tokens(page) { $0.upperBound - 1 }
    for line in 0..<page.count {
      rows.start(line, column + 4)
      for edge in [firsts, lasts] {
        let number = edge.numbers[line]
        rows.put(number < 0 ? 0 : min(20, edge.counts[number]))
      }
      rows.put(difference(page, rows, line, line - 1))
      rows.put(difference(page, rows, line, line + 1))
      for other in [line - 1, line + 1] {
        let number = firsts.numbers[line]
        let isSame = 0 <= other && other < page.count && firsts.numbers[other] == number
        rows.put(isSame && number >= 0)
      }
    }
  }

  /// How unlike two lines are; 9 where one is not there.
  static func difference(_ page: LinePage, _ rows: FeatureRows, _ a: Int, _ b: Int) -> Double {
    guard 0 <= b, b < page.count else { return 9 }
    let words = abs(rows[a, OwnFeatures.logWords] - rows[b, OwnFeatures.logWords])
    let titled = abs(rows[a, OwnFeatures.titled] - rows[b, OwnFeatures.titled])
    let begin = page.counts[a].beginning == page.counts[b].beginning ? 0.0 : 1
    let end = page.counts[a].endsSentence == page.counts[b].endsSentence ? 0.0 : 1
    return Double(words) + begin + end + Double(titled)
  }

  private static func putSame(_ page: LinePage, _ rows: inout FeatureRows, _ column: Int) {
    let lines = page.lines
    var seen = [Int](repeating: 0, count: lines.counts.count)
    var last = [Int](repeating: -1, count: lines.counts.count)
    for line in 0..<page.count {
      let number = lines.numbers[line]
      let before = min(5, seen[number])
      rows.start(line, column)
      rows.put(min(10, lines.counts[number]))
      rows.put(before)
      rows.put(min(5, lines.counts[number] - 1 - before))
      rows.put(last[number] < 0 ? 51 : min(50, line - last[number]))
      seen[number] += 1
      last[number] = line
    }
  }

  private static func tokens(
    _ page: LinePage,
    _ place: (Range<Int>) -> Int
  ) -> NumberedLines {
    NumberedLines(count: page.count) { line in
      let tokens = page.tokens[line]
      return tokens.isEmpty ? nil : page.tokens.hashes[place(tokens)]
    }
  }
}

/// A number for each line, the same for lines of one hash, and how many lines have each number.
struct NumberedLines: Sendable {
  /// By line; -1 for a line that has no hash.
  let numbers: [Int]
  /// By number.
  let counts: [Int]

  init(count: Int, hash: (Int) -> UInt32?) {
    var hashes = HashNumbers(capacity: count)
    var counts: [Int] = []
    numbers = (0..<count).map { line in
      guard let hash = hash(line) else { return -1 }
      let number = hashes.number(of: hash)
      if number == counts.count { counts.append(0) }
      counts[number] += 1
      return number
    }
    self.counts = counts
  }
}
