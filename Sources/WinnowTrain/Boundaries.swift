/// Where an article has just ended on a page, and where it is about to begin.
struct Boundaries: Equatable {
  /// 1 for the three lines after the article's last one.
  let end: [Float]
  /// 1 for the three lines before its first one.
  let begin: [Float]

  init(_ truth: PageTruth) {
    var end = [Float](repeating: 0, count: truth.lines.count)
    var begin = end
    let words = truth.lines.map { $0.isArticle ? $0.words.count : 0 }
    let total = words.reduce(0, +)
    if total > 0 {
      // A label in a hundred is wrong: stray lines far from the article are not its ends.
      var sum = 0
      var first: Int?
      var last: Int?
      for (place, count) in words.enumerated() {
        sum += count
        if first == nil, sum * 200 > total { first = place }
        if last == nil, sum * 200 >= total * 199 { last = place }
      }
      if let first { for place in max(0, first - 3)..<first { begin[place] = 1 } }
      if let last {
        for place in last + 1..<min(words.count, last + 4) { end[place] = 1 }
      }
    }
    self.end = end
    self.begin = begin
  }
}
