import WinnowText

/// Where the sentences of a line begin and end, as far as rules need it.
enum Sentences {
  /// The words that begin a sentence, as places in `words`; the first word of the line is one.
  static func starts(_ words: [Word], in text: [UInt8]) -> [Int] {
    var starts: [Int] = []
    var isStart = true
    for (place, word) in words.enumerated() {
      if word.isSentenceEnd {
        // A dot inside a name or a number is no end: after an end comes a space.
        isStart = word.at.upperBound < text.count && text[word.at.upperBound] == 0x20
      } else if isStart, !word.isMark || word.key == 0xA9 {
        starts.append(place)
        isStart = false
      } else if !word.isMark {
        isStart = false
      }
    }
    return starts
  }
}

extension Word {
  /// `.`, `!`, `?`, the ellipsis, and the full stops of Chinese, Hindi and Arabic.
  var isSentenceEnd: Bool {
    guard isMark else { return false }
    switch key {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x964, 0x61F, 0x6D4: return true
    default: return false
    }
  }

  var isFullStop: Bool { isMark && (key == 0x2E || key == 0x3002) }

  /// Quotation marks and brackets that may close a sentence after its full stop.
  var isClosing: Bool {
    guard isMark else { return false }
    switch key {
    case 0x22, 0x29, 0x5D, 0xBB, 0xAB, 0x201C, 0x201D, 0x2019, 0x203A, 0x300D: return true
    default: return false
    }
  }
}
