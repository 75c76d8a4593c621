import WinnowClean

/// Finds the commonest words of each language in the articles of labelled pages.
enum StopWords {
  /// For each language the words that stand in most articles, from many pages more than from few.
  static func choose(_ pages: [LabelledPage]) -> StopList {
    var counts: [String: [UInt32: Int]] = [:]
    var articles: [String: Int] = [:]
    var seen: Set<String> = []
    for page in pages where seen.insert("\(page.set)/\(page.id)").inserted {
      let words = words(page)
      if words.isEmpty { continue }
      articles[page.language, default: 0] += 1
      for word in words { counts[page.language, default: [:]][word, default: 0] += 1 }
    }
    var chosen: Set<UInt32> = []
    for (language, counts) in counts {
      let pages = articles[language] ?? 0
      let wanted = pages >= 20 ? 80 : pages >= 4 ? 40 : 0
      let common = counts.filter { $0.value * 5 >= pages }
        .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      chosen.formUnion(common.prefix(wanted).map(\.key))
    }
    return StopList(chosen)
  }

  /// The short words of a page's longer article lines.
  private static func words(_ page: LabelledPage) -> Set<UInt32> {
    let table = LineTable(page.document, stops: StopList([]))
    var words: Set<UInt32> = []
    for line in 0..<table.count
    where page.truth.lines[line].isArticle && table.counts[line].words >= 12 {
      for token in table.tokens[line] where (1..<8).contains(table.tokens.sizes[token]) {
        words.insert(table.tokens.hashes[token])
      }
    }
    return words
  }
}
