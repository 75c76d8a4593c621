/// What is article on a page and what is not, line by line and word by word.
struct PageTruth: Sendable {
  /// A line of the document.
  struct Line: Sendable {
    /// C article, B boilerplate, T headline; other letters are undecided.
    let label: UInt8
    /// The number of the line of the original that it is, or is a part of.
    let source: Int
    let words: [UInt64]
    /// Characters other than spaces.
    let letters: Int
    /// Those of them that stay when the line does: soft hyphens and the like never do.
    let keptLetters: Int

    /// - Parameters:
    ///   - label: the letter that somebody gave the line.
    ///   - source: the number of the line of the original.
    ///   - text: the line, spelt as in the original.
    ///   - removed: what normalisation has taken out of it.
    init(label: UInt8, source: Int, text: [UInt8], removed: [UInt8] = []) {
      self.label = label
      self.source = source
      let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
      words = Tokens.split(scalars)
      keptLetters = Self.letters(scalars)
      letters = keptLetters + Self.letters(String(decoding: removed, as: UTF8.self).unicodeScalars)
    }

    private static func letters(_ text: String.UnicodeScalarView) -> Int {
      text.reduce(0) { $1.properties.isWhitespace ? $0 : $0 + 1 }
    }

    var isArticle: Bool { label == UInt8(ascii: "C") }
    var isBoilerplate: Bool { label == UInt8(ascii: "B") }
    var isHeadline: Bool { label == UInt8(ascii: "T") }
  }

  let lines: [Line]
  /// How often each word stands in the article.
  let gold: [UInt64: Int32]
  /// The probability that each line is article; nil where nobody knows.
  ///
  /// A headline is part of the article where the article has its words in this order.
  let targets: [Float?]

  init(lines: [Line], gold: [UInt64]) {
    self.lines = lines
    var counts: [UInt64: Int32] = [:]
    for word in gold { counts[word, default: 0] += 1 }
    self.gold = counts
    targets = lines.map { line in
      if line.isArticle { return 1 }
      if line.isBoilerplate { return 0 }
      if line.isHeadline { return Self.contains(gold, line.words) ? 1 : 0 }
      return nil
    }
  }

  private static func contains(_ text: [UInt64], _ phrase: [UInt64]) -> Bool {
    guard let first = phrase.first, phrase.count <= text.count else { return false }
    return (0...text.count - phrase.count).contains { start in
      text[start] == first && text[start..<start + phrase.count].elementsEqual(phrase)
    }
  }
}
