import WinnowText

/// The longer capitalised words of a text, by their bytes.
struct CapitalWords {
  private static let shortest = 5

  /// Where each word stands.
  private let words: KeyedLists<Int>

  init(_ text: [UInt8], _ tokens: [NameToken]) {
    var words: [(key: UInt64, element: Int)] = []
    for (place, token) in tokens.enumerated()
    where token.isCapital && token.span.count >= Self.shortest {
      var key = WordKey()
      for byte in text[token.span] { key.add(Unicode.Scalar(byte)) }
      words.append((key.value, place))
    }
    self.words = KeyedLists(words)
  }

  /// The words that a longer word begins with: the place of the first one, and how many there are.
  func beginnings(of word: ArraySlice<UInt8>) -> (first: Int?, count: Int) {
    var found: (first: Int?, count: Int) = (nil, 0)
    var key = WordKey()
    for (length, byte) in zip(1..., word.dropLast()) {
      key.add(Unicode.Scalar(byte))
      guard length >= Self.shortest, let first = words[key.value].first else { continue }
      found = (min(found.first ?? first, first), found.count + words[key.value].count)
    }
    return found
  }
}
