/// Whether a line's words stand in the document's paragraphs too.
enum CohesionFeatures {
  static let group = FeatureGroup(
    names: ["coh", "coh_n", "coh_seg", "coh_up", "coh_down", "coh_head", "coh_rare"]
  ) { page, rows, column in
    let paragraphs = ParagraphWords(page)
    let up = nearby(page, paragraphs, order: Array(0..<page.count), isDownwards: true)
    let down = nearby(page, paragraphs, order: (0..<page.count).reversed(), isDownwards: false)
    for line in 0..<page.count {
      let found = paragraphs.look(at: line, page.shared)
      rows.start(line, column)
      rows.put(found.hits.per(found.words))
      rows.put(LineMath.log2p(found.hits))
      rows.put(found.inSegment.per(found.words))
      rows.put(up[line])
      rows.put(down[line])
      rows.put(found.inHead.per(found.words))
      rows.put(found.rare.per(found.words))
    }
  }

  /// The share of each line's words that stand in the paragraphs just passed in this order.
  private static func nearby(
    _ page: LinePage,
    _ paragraphs: ParagraphWords,
    order: [Int],
    isDownwards: Bool
  ) -> [Double] {
    var shares = [Double](repeating: 0, count: page.count)
    // At first so far away that no paragraph is near.
    var seen = [Int](repeating: -4, count: page.shared.count)
    for line in order {
      let isProse = page.counts[line].isProse
      let place = paragraphs.order[line]
      // Three paragraphs away; the next one after a line that is none has the line's own place.
      let reach = isDownwards || isProse ? 3 : 2
      var hits = 0
      for shared in page.shared[line] {
        if abs(seen[shared.word] - place) <= reach { hits += 1 }
      }
      shares[line] = hits.per(page.shared.meaningful[line])
      guard isProse else { continue }
      for shared in page.shared[line] { seen[shared.word] = place }
    }
    return shares
  }
}

/// In how many paragraphs each word stands that lines share.
private struct ParagraphWords {
  /// All paragraphs, those of the segment, and the first ones of the segment.
  private typealias Paragraphs = SIMD4<Int32>

  /// How many paragraphs come before each line.
  let order: [Int]
  private var words: [Paragraphs]
  /// What each line adds to them.
  private let own: [Paragraphs]

  init(_ page: LinePage) {
    var order: [Int] = []
    order.reserveCapacity(page.count)
    var number = 0
    for line in page.counts {
      order.append(number)
      if line.isProse { number += 1 }
    }
    self.order = order
    own = page.counts.indices.map { line in
      guard page.counts[line].isProse else { return .zero }
      guard page.segment.contains(line) else { return Paragraphs(1, 0, 0, 0) }
      let isHead = order[line] - order[page.segment.first] < 3
      return Paragraphs(1, 1, isHead ? 1 : 0, 0)
    }
    words = Array(repeating: .zero, count: page.shared.count)
    for line in page.counts.indices where page.counts[line].isProse {
      for place in page.shared[line] where place.isFirst { words[place.word] &+= own[line] }
    }
  }

  /// How many words of some meaning a line has, and how many of them other paragraphs have.
  func look(
    at line: Int,
    _ shared: SharedWords
  ) -> (words: Int, hits: Int, inSegment: Int, inHead: Int, rare: Double) {
    var found = (words: shared.meaningful[line], hits: 0, inSegment: 0, inHead: 0, rare: 0.0)
    for place in shared[line] {
      let others = words[place.word] &- own[line]
      guard others[0] > 0 else { continue }
      found.hits += 1
      found.rare += 1 / Double(others[0])
      if others[1] > 0 { found.inSegment += 1 }
      if others[2] > 0 { found.inHead += 1 }
    }
    return found
  }
}
