import WinnowText

/// Which of some lines other lines begin with: a headline is said again where one says as much or more.
///
/// All are counted in one go over the lines, for pages may have very many.
struct LineBeginnings {
  private var counts: [UInt64: Int] = [:]

  init(of candidates: [Line], among lines: some Sequence<Line>, of read: ReadLines) {
    var longest = 0
    for line in candidates {
      counts[line.key] = 0
      longest = max(longest, line.keys.count)
    }
    for line in lines {
      var key = WordKey()
      for word in read.keys(of: line).prefix(longest) {
        key.add(word: word)
        if let count = counts[key.value] { counts[key.value] = count + 1 }
      }
    }
  }

  /// Whether a line other than this candidate begins with its words.
  func isShared(_ candidate: Line) -> Bool { counts[candidate.key, default: 0] > 1 }
}
