import WinnowText

/// A line with what the judges want to know of it.
struct Line: Equatable {
  /// In the text, without the newline.
  let span: Range<Int>
  /// Where in a list of keys those of its words are, without marks.
  let keys: Range<Int>
  /// Words without marks; a Chinese or Japanese sign counts as three fifths of a word.
  let length: Int
  /// The same for lines that say the same, whatever their case and punctuation.
  let key: UInt64
  let endsSentence: Bool
  /// A paragraph of running text: long enough, and with the punctuation of sentences.
  let isProse: Bool
  /// Begins with a quotation mark or a dash, as speech does.
  let isSpoken: Bool
  /// Ends as a paragraph does, or announces something.
  let endsLikeText: Bool

  /// Takes a line by its words, and adds the keys of them to a list.
  init(_ text: [UInt8], _ span: Range<Int>, _ words: [Word], addingTo keys: inout [UInt64]) {
    self.span = span
    let start = keys.count
    var key = WordKey()
    var signs = 0
    var hasEnd = false
    for word in words {
      if word.isMark {
        hasEnd = hasEnd || word.isSentenceEnd
        continue
      }
      keys.append(word.key)
      key.add(word: word.key)
      if text[word.at.lowerBound] >= 0xE3 && word.at.count == 3 { signs += 1 }
    }
    self.keys = start..<keys.count
    self.key = key.value
    length = self.keys.count - signs + signs * 3 / 5
    let last = words.last { !$0.isClosing }
    endsSentence = last?.isSentenceEnd ?? false
    isProse = endsSentence ? length >= 12 : length >= 25 && hasEnd
    isSpoken = words.first?.opensSpeech ?? false
    endsLikeText = last?.endsText ?? false
  }

  /// The same line at another place, and with its keys at another.
  init(_ line: Line, at span: Range<Int>, keysFrom start: Int) {
    self.span = span
    keys = start..<start + line.keys.count
    length = line.length
    key = line.key
    endsSentence = line.endsSentence
    isProse = line.isProse
    isSpoken = line.isSpoken
    endsLikeText = line.endsLikeText
  }
}

extension Word {
  fileprivate var opensSpeech: Bool {
    guard isMark else { return false }
    switch key {
    case 0x22, 0xAB, 0x2018, 0x201C, 0x201E, 0x2039, 0x300C, 0x2D, 0x2013, 0x2014: return true
    default: return false
    }
  }

  fileprivate var endsText: Bool {
    isMark && (isFullStop || key == 0x3A || key == 0x2C || key == 0x2026)
  }
}
