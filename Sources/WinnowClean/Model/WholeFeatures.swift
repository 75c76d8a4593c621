/// What the document is as a whole; the same for all its lines.
enum WholeFeatures {
  static let group = FeatureGroup(
    names: [
      "doc_lines", "doc_words", "doc_prose", "doc_short", "doc_repeat", "doc_dense", "doc_common",
      "doc_seg", "doc_mean",
    ]
  ) { page, rows, column in
    let prose = page.counts.reduce(0) { $1.isProse ? $0 + $1.words : $0 }
    let dense = page.counts.reduce(0) { $0 + $1.dense }
    let repeated = page.isRepeated.count { $0 }
    let common = page.common.reduce(0, +)
    let short = page.counts.count { $0.isShort }
    let (logLines, logWords) = (LineMath.log2p(page.count), LineMath.log2p(page.allWords))
    for line in 0..<page.count {
      rows.start(line, column)
      rows.put(logLines)
      rows.put(logWords)
      rows.put(Double(prose) / max(1, page.allWords))
      rows.put(short.per(page.count))
      rows.put(repeated.per(page.count))
      rows.put(dense > 50)
      rows.put(common.per(page.tokens.hashes.count))
      rows.put((page.segment.last - page.segment.first + 1).per(page.count))
      rows.put(page.allWords.per(page.count))
    }
  }
}
