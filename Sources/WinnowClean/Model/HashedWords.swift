/// A line's words, pairs of words, its ends and the lines beside it, as hashed features.
enum HashedWords {
  /// Of a long line only the first and last words are looked at.
  private static let head = 20
  private static let tail = 6

  static func features(_ page: LinePage) -> HashedFeatures {
    var features = HashedFeatures(capacity: 2 * page.tokens.hashes.count + 8 * page.count)
    for line in 0..<page.count {
      addWords(page.tokens, line, &features)
      addAnchors(page.tokens, line, &features)
      if line > 0 { addNeighbour(page.tokens, line - 1, .before, &features) }
      if line + 1 < page.count { addNeighbour(page.tokens, line + 1, .after, &features) }
      features.endLine()
    }
    return features
  }

  private enum Kind: UInt32 {
    case word = 1
    case pair, first, firstPair, last, lastPair, line, before, after
    case length = 11

    var salt: UInt32 { 0x9E37_79B9 &* rawValue }
  }

  /// Words and pairs; together they weigh as much in a long line as in a short one.
  private static func addWords(
    _ tokens: LineTokens,
    _ line: Int,
    _ features: inout HashedFeatures
  ) {
    let range = tokens[line]
    let isCut = range.count > head + tail
    let parts = isCut ? (range.prefix(head), range.suffix(tail)) : (range, range.suffix(0))
    let words = parts.0.count + parts.1.count
    let pairs = max(0, parts.0.count - 1) + max(0, parts.1.count - 1)
    let share = Float(1 / Double(max(1, words + pairs)).squareRoot())
    add(parts.0)
    add(parts.1)

    func add(_ part: Range<Int>) {
      for token in part {
        features.add(Kind.word.salt, tokens.hashes[token], 0, value: share)
        guard token + 1 < part.upperBound else { continue }
        features.add(
          Kind.pair.salt,
          tokens.hashes[token],
          tokens.hashes[token + 1],
          value: share
        )
      }
    }
  }

  /// The line's first and last words, a short line as a whole, and its length.
  private static func addAnchors(
    _ tokens: LineTokens,
    _ line: Int,
    _ features: inout HashedFeatures
  ) {
    let range = tokens[line]
    if let first = range.first, let last = range.last {
      let hashes = tokens.hashes
      let isOne = range.count == 1
      features.add(Kind.first.salt, hashes[first], 0)
      features.add(Kind.last.salt, hashes[last], 0)
      features.add(Kind.firstPair.salt, hashes[first], isOne ? 0 : hashes[first + 1])
      features.add(Kind.lastPair.salt, hashes[last], isOne ? 0 : hashes[last - 1])
      if range.count <= 12 { features.add(Kind.line.salt, tokens.hash(of: range), 0) }
    }
    features.add(Kind.length.salt, UInt32(min(range.count, 31)), 0)
  }

  /// A short line beside this one, as a whole.
  private static func addNeighbour(
    _ tokens: LineTokens,
    _ line: Int,
    _ kind: Kind,
    _ features: inout HashedFeatures
  ) {
    let range = tokens[line]
    if range.count <= 8 { features.add(kind.salt, tokens.hash(of: range), 0) }
  }
}
