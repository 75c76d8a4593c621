import WinnowText

/// Where the sentences of a line begin and end, as far as rules need it.
enum Sentences {
  /// Adds where the sentences of a line begin, as places in `words`.
  ///
  /// That is at the first word, or at what opens it: a quotation mark, a dash, a bullet.
  static func addStarts(_ words: [Word], in text: [UInt8], to starts: inout [Int]) {
    var isStart = true
    var hasEnded = false
    var opening: Int?
    for place in words.indices {
      let word = words[place]
      if !word.isMark {
        if isStart { starts.append(opening ?? place) }
        isStart = false
        hasEnded = false
        continue
      }
      let hasSpace = word.at.upperBound < text.count && text[word.at.upperBound] == 0x20
      if word.isSentenceEnd || hasEnded && word.isClosing {
        // A dot inside a name or a number is no end: after an end, and what closes it, comes a space.
        isStart = hasSpace
        hasEnded = !hasSpace
        opening = nil
        continue
      }
      hasEnded = false
      if isStart, !(word.isClosing && hasSpace) { opening = opening ?? place }
    }
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
