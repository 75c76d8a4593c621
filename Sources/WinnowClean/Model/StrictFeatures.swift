/// Places once more, by paragraphs that end as sentences do: a long teaser is none.
enum StrictFeatures {
  static let names = [
    "st_before", "st_after", "st_lbefore", "st_lafter", "st_in", "st_start", "st_end", "st_share",
    "st_up", "st_down", "st_gap_words_up", "st_gap_words_down", "long_ended7", "long_ended15",
    "long_ended_doc", "long_n15", "stops_w7", "commas_w7", "two_stops15", "two_stops_up",
    "two_stops_down", "chars_w3",
  ]

  static let group = FeatureGroup(names: names) { page, rows, column in
    let up = distances(page, order: Array(0..<page.count))
    let down = distances(page, order: (0..<page.count).reversed())
    let sums = sums(page)
    let segment = LineSegment(
      page.counts.map {
        $0.isStrictProse ? $0.cappedWords : -min(15, 4 + 0.5 * $0.cappedWords)
      }
    )
    let all = sums.sum(Sum.mass)
    let inside = sums.sum(Sum.mass, segment.first..<segment.last + 1)
    for line in 0..<page.count {
      let before = sums.sum(Sum.mass, 0..<line)
      let after = sums.sum(Sum.mass, line + 1..<page.count)
      rows.start(line, column)
      rows.put(before / max(1, all))
      rows.put(after / max(1, all))
      rows.put(LineMath.log2p(before))
      rows.put(LineMath.log2p(after))
      rows.put(segment.contains(line))
      rows.put(segment.distanceFromFirst(line))
      rows.put(segment.distanceFromLast(line))
      rows.put(inside / max(1, all))
      rows.put(up[line].paragraph)
      rows.put(down[line].paragraph)
      rows.put(LineMath.log2p(up[line].words))
      rows.put(LineMath.log2p(down[line].words))
      for radius in [7, 15] {
        let window = sums.window(line, radius)
        rows.put((sums.sum(Sum.ended, window) + 0.5) / (sums.sum(Sum.long, window) + 1))
      }
      rows.put((sums.sum(Sum.ended) + 0.5) / (sums.sum(Sum.long) + 1))
      rows.put(sums.sum(Sum.long, sums.window(line, 15)))
      rows.put(sums.mean(Sum.stops, around: line, 7))
      rows.put(sums.mean(Sum.commas, around: line, 7))
      rows.put(sums.mean(Sum.twoStops, around: line, 15))
      rows.put(up[line].twoStops)
      rows.put(down[line].twoStops)
      rows.put(sums.mean(Sum.characters, around: line, 3))
    }
  }

  private enum Sum {
    static let long = 0
    static let ended = 1
    static let stops = 2
    static let commas = 3
    static let twoStops = 4
    static let characters = 5
    static let mass = 6
  }

  private static func sums(_ page: LinePage) -> RunningSums {
    var sums = RunningSums(kinds: 7, count: page.count)
    for (line, counts) in page.counts.enumerated() {
      sums.add(counts.words >= 10 ? 1 : 0, Sum.long, line)
      sums.add(counts.isStrictProse ? 1 : 0, Sum.ended, line)
      sums.add(Double(min(8, counts.stops)), Sum.stops, line)
      sums.add(Double(min(12, counts.commas)), Sum.commas, line)
      sums.add(counts.stops >= 2 ? 1 : 0, Sum.twoStops, line)
      sums.add(Double(min(400, counts.characters)), Sum.characters, line)
      sums.add(counts.isStrictProse ? counts.cappedWords : 0, Sum.mass, line)
    }
    return sums
  }

  /// Lines and words since the last paragraph in this order, lines since one of two sentences.
  private static func distances(
    _ page: LinePage,
    order: [Int]
  ) -> [(paragraph: Int, words: Double, twoStops: Int)] {
    var distances = [(paragraph: Int, words: Double, twoStops: Int)](
      repeating: (40, 0, 40),
      count: page.count
    )
    var now = (paragraph: 40, words: 0.0, twoStops: 40)
    for line in order {
      distances[line] = now
      let counts = page.counts[line]
      now.paragraph = counts.isStrictProse ? 1 : min(40, now.paragraph + 1)
      now.words = counts.isStrictProse ? 0 : now.words + counts.cappedWords
      now.twoStops = counts.stops >= 2 ? 1 : min(40, now.twoStops + 1)
    }
    return distances
  }
}
