/// Where in the document a line stands, and where paragraphs are.
enum PlaceFeatures {
  static let group = FeatureGroup(
    names: [
      "before", "after", "lbefore", "lafter", "from_start", "from_end", "place", "seg_in",
      "seg_start", "seg_end", "seg_share", "up_gap", "up_gap_words", "up_words", "down_gap",
      "down_gap_words", "down_words", "run", "run_from", "run_to",
    ]
  ) { page, rows, column in
    putPlaces(page, &rows, column)
    putParagraphs(page, &rows, column + 11, order: Array(page.counts.indices))
    putParagraphs(page, &rows, column + 14, order: page.counts.indices.reversed())
    putRuns(page, &rows, column + 17)
  }

  private static func putPlaces(_ page: LinePage, _ rows: inout FeatureRows, _ column: Int) {
    let masses = page.counts.map { $0.isProse ? $0.cappedWords : 0 }
    let all = masses.reduce(0, +)
    let inSegment = page.counts.indices.reduce(0.0) {
      page.segment.contains($1) ? $0 + Double(page.counts[$1].words) : $0
    }
    var before = 0.0
    for line in page.counts.indices {
      let after = all - before - masses[line]
      rows.start(line, column)
      rows.put(before / max(1, all))
      rows.put(after / max(1, all))
      rows.put(LineMath.log2p(before))
      rows.put(LineMath.log2p(after))
      rows.put(LineMath.log2p(line))
      rows.put(LineMath.log2p(page.count - 1 - line))
      rows.put(line.per(page.count))
      rows.put(page.segment.contains(line))
      rows.put(page.segment.distanceFromFirst(line))
      rows.put(page.segment.distanceFromLast(line))
      rows.put(inSegment / max(1, page.allWords))
      before += masses[line]
    }
  }

  /// How far the paragraph is that comes before a line in this order, and how many words it has.
  private static func putParagraphs(
    _ page: LinePage,
    _ rows: inout FeatureRows,
    _ column: Int,
    order: [Int]
  ) {
    var last: Int?
    var words = 0.0
    var gap = 0
    for line in order {
      rows.start(line, column)
      rows.put(last.map { min(30, abs(line - $0)) } ?? 31)
      rows.put(LineMath.log2p(gap))
      rows.put(words)
      if page.counts[line].isProse {
        last = line
        words = page.counts[line].cappedWords
        gap = 0
      } else {
        gap += page.counts[line].words
      }
    }
  }

  /// The run of lines of a few words, or of others (below zero), that a line is in.
  private static func putRuns(_ page: LinePage, _ rows: inout FeatureRows, _ column: Int) {
    var start = 0
    while start < page.count {
      let isShort = page.counts[start].isShort
      var end = start
      while end < page.count, page.counts[end].isShort == isShort { end += 1 }
      let sign = isShort ? 1 : -1
      for line in start..<end {
        rows.start(line, column)
        rows.put(sign * min(40, end - start))
        rows.put(sign * min(40, line - start))
        rows.put(sign * min(40, end - 1 - line))
      }
      start = end
    }
  }
}
