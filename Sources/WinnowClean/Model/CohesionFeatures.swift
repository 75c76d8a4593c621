/// Whether a line's words stand in the document's paragraphs too.
enum CohesionFeatures {
  static let group = FeatureGroup(
    names: ["coh", "coh_n", "coh_seg", "coh_up", "coh_down", "coh_head", "coh_rare"]
  ) { page, rows, column in
    let paragraphs = ParagraphWords(page)
    let up = nearby(page, paragraphs, order: Array(0..<page.count), isDownwards: true)
    let down = nearby(page, paragraphs, order: (0..<page.count).reversed(), isDownwards: false)
    for line in 0..<page.count {
      let found = paragraphs.look(at: line, page)
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
    var seen = [Int?](repeating: nil, count: page.contentCount)
    for line in order {
      let isProse = page.counts[line].isProse
      let place = paragraphs.order[line]
      // Three paragraphs away; the next one after a line that is none has the line's own place.
      let reach = isDownwards || isProse ? 3 : 2
      var words = 0
      var hits = 0
      for token in page.tokens[line] where page.content[token] >= 0 {
        words += 1
        if let last = seen[Int(page.content[token])], abs(last - place) <= reach { hits += 1 }
      }
      shares[line] = hits.per(words)
      guard isProse else { continue }
      for token in page.tokens[line] where page.content[token] >= 0 {
        seen[Int(page.content[token])] = place
      }
    }
    return shares
  }
}

/// In how many paragraphs each word of some meaning stands.
private struct ParagraphWords {
  /// How many paragraphs come before each line.
  let order: [Int]
  private var inProse: [Int32]
  private var inSegment: [Int32]
  private var inHead: [Int32]
  private let head: [Bool]

  init(_ page: LinePage) {
    var order: [Int] = []
    order.reserveCapacity(page.count)
    var number = 0
    for line in page.counts {
      order.append(number)
      if line.isProse { number += 1 }
    }
    self.order = order
    head = order.indices.map {
      page.segment.contains($0) && order[$0] - order[page.segment.first] < 3
    }
    let none = [Int32](repeating: 0, count: page.contentCount)
    (inProse, inSegment, inHead) = (none, none, none)
    var mark = [Int](repeating: -1, count: page.contentCount)
    for line in page.counts.indices where page.counts[line].isProse {
      for token in page.tokens[line] where page.content[token] >= 0 {
        let word = Int(page.content[token])
        if mark[word] == line { continue }
        mark[word] = line
        inProse[word] += 1
        if page.segment.contains(line) { inSegment[word] += 1 }
        if head[line] { inHead[word] += 1 }
      }
    }
  }

  /// How many words of some meaning a line has, and how many of them other paragraphs have.
  func look(
    at line: Int,
    _ page: LinePage
  ) -> (words: Int, hits: Int, inSegment: Int, inHead: Int, rare: Double) {
    let own: Int32 = page.counts[line].isProse ? 1 : 0
    let ownSegment = page.segment.contains(line) ? own : 0
    let ownHead = head[line] ? own : 0
    var found = (words: 0, hits: 0, inSegment: 0, inHead: 0, rare: 0.0)
    for token in page.tokens[line] where page.content[token] >= 0 {
      let word = Int(page.content[token])
      found.words += 1
      let others = inProse[word] - own
      if others > 0 {
        found.hits += 1
        found.rare += 1 / Double(others)
      }
      if inSegment[word] > ownSegment { found.inSegment += 1 }
      if inHead[word] > ownHead { found.inHead += 1 }
    }
    return found
  }
}
