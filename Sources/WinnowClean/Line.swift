import WinnowText

/// A line with what the judges want to know of it.
struct Line {
  /// In the text, without the newline.
  let span: Range<Int>
  let words: [Word]
  /// Words without marks; a Chinese or Japanese sign counts as three fifths of a word.
  let length: Int
  /// The same for lines that say the same, whatever their case and punctuation.
  let key: UInt64
  let endsSentence: Bool

  init(_ text: [UInt8], _ span: Range<Int>) {
    self.span = span
    words = Words.split(text, span)
    var key = WordKey()
    var plain = 0
    var signs = 0
    for word in words where !word.isMark {
      key.add(word: word.key)
      let isSign = text[word.at.lowerBound] >= 0xE3 && word.at.count == 3
      if isSign { signs += 1 } else { plain += 1 }
    }
    self.key = key.value
    length = plain + signs * 3 / 5
    endsSentence = words.last { !$0.isClosing }?.isSentenceEnd ?? false
  }

  private init(_ line: Line, movedBy distance: Int) {
    span = line.span.lowerBound + distance..<line.span.upperBound + distance
    words = line.words.map { $0.moved(by: distance) }
    length = line.length
    key = line.key
    endsSentence = line.endsSentence
  }

  /// The same line that many bytes further on, or back.
  func moved(by distance: Int) -> Line {
    distance == 0 ? self : Line(self, movedBy: distance)
  }

  /// A paragraph of running text: long enough, and with the punctuation of sentences.
  var isProse: Bool {
    if endsSentence { return length >= 12 }
    return length >= 25 && words.contains { $0.isSentenceEnd }
  }
}

extension WordKey {
  mutating func add(word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 16) {
      if let scalar = Unicode.Scalar(UInt32(word >> shift & 0xFFFF) | 0x10000) { add(scalar) }
    }
  }
}
