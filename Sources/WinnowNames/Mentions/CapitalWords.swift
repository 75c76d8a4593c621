import WinnowText

/// The longer capitalised words of a text, by their bytes.
struct CapitalWords {
  private static let shortest = 5

  /// Where each word stands first, and how often it comes.
  private var words: [UInt64: (first: Int, count: Int)] = [:]

  init(_ text: [UInt8], _ tokens: [NameToken]) {
    for (place, token) in tokens.enumerated()
    where token.isCapital && token.span.count >= Self.shortest {
      var key = WordKey()
      for byte in text[token.span] { key.add(Unicode.Scalar(byte)) }
      words[key.value, default: (place, 0)].count += 1
    }
  }

  /// The words that a longer word begins with: the place of the first one, and how many there are.
  func beginnings(of word: ArraySlice<UInt8>) -> (first: Int?, count: Int) {
    var found: (first: Int?, count: Int) = (nil, 0)
    var key = WordKey()
    for (length, byte) in zip(1..., word.dropLast()) {
      key.add(Unicode.Scalar(byte))
      guard length >= Self.shortest, let known = words[key.value] else { continue }
      found = (min(found.first ?? known.first, known.first), found.count + known.count)
    }
    return found
  }
}
