/// Splits a line into words and marks.
package enum Words {
  /// The words and marks of a span of normalised text, in order.
  package static func split(_ text: [UInt8], _ span: Range<Int>) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(span.count / 6)
    split(text, span, into: &words)
    return words
  }

  /// Adds the words and marks of a span of normalised text, in order.
  package static func split(_ text: [UInt8], _ span: Range<Int>, into words: inout [Word]) {
    var start = span.lowerBound
    while start < span.upperBound {
      if text[start] == 0x20 {
        start += 1
        continue
      }
      var end = start
      var key = WordKey()
      while end < span.upperBound, text[end].isLetter {
        key.add(Unicode.Scalar(text[end] | 0x20))
        end += 1
      }
      let wordEnd = end
      while end < span.upperBound, text[end].isClosing { end += 1 }
      if wordEnd > start, end == span.upperBound || text[end] == 0x20 {
        // Most words are letters without accents, up to the next space or the marks before it.
        words.append(Word(kind: .plain, key: key.value, at: start..<wordEnd))
        for at in wordEnd..<end where text[at] != UInt8(ascii: "'") {
          words.append(Word(kind: .mark, key: UInt64(text[at]), at: at..<at + 1))
        }
      } else {
        while end < span.upperBound, text[end] != 0x20 { end += 1 }
        splitChunk(text, start..<end, into: &words)
      }
      start = end
    }
  }

  /// The words and marks of a phrase that a rule's author wrote.
  package static func split(_ phrase: String) -> [Word] {
    let bytes = Array(phrase.utf8)
    return split(bytes, bytes.indices)
  }

  private static func splitChunk(_ text: [UInt8], _ chunk: Range<Int>, into words: inout [Word]) {
    var at = chunk.lowerBound
    if let special = Word(reading: text, chunk) {
      // Brackets before it and punctuation after it are marks of the line, not of the address.
      addMarks(text, chunk.lowerBound..<special.at.lowerBound, to: &words)
      words.append(special)
      addMarks(text, special.at.upperBound..<chunk.upperBound, to: &words)
      return
    }
    let letters = Letters.shared
    while at < chunk.upperBound {
      let (scalar, length) = text.scalar(at: at)
      let letter = letters[scalar]
      if letter.beginsWord {
        at = addWord(text, at..<chunk.upperBound, letters, to: &words)
      } else {
        if !letter.isApostrophe {
          words.append(Word(kind: .mark, key: UInt64(scalar.value), at: at..<at + length))
        }
        at += length
      }
    }
  }

  private static func addMarks(_ text: [UInt8], _ span: Range<Int>, to words: inout [Word]) {
    var at = span.lowerBound
    while at < span.upperBound {
      let (scalar, length) = text.scalar(at: at)
      words.append(Word(kind: .mark, key: UInt64(scalar.value), at: at..<at + length))
      at += length
    }
  }

  /// Adds the word that begins here; returns where it ends.
  private static func addWord(
    _ text: [UInt8],
    _ rest: Range<Int>,
    _ letters: Letters,
    to words: inout [Word]
  ) -> Int {
    var key = WordKey()
    var at = rest.lowerBound
    var digits = 0
    var scalars = 0
    var value = 0
    while at < rest.upperBound {
      let (scalar, length) = text.scalar(at: at)
      let letter = letters[scalar]
      if letter.isApostrophe {
        let next = at + length
        guard next < rest.upperBound, letters[text.scalar(at: next).0].beginsWord else { break }
        at = next
        continue
      }
      guard letter.isWordPart else { break }
      // Chinese and Japanese put no spaces between words: each sign is one.
      let isSign = scalar.isIdeograph
      if isSign && scalars > 0 { break }
      key.add(scalar, as: letter)
      if let digit = scalar.asciiDigit {
        digits += 1
        value = min(value * 10 + digit, 1_000_000)
      }
      scalars += 1
      at += length
      if isSign { break }
    }
    let isNumber = digits == scalars
    let year = isNumber && digits == 4 && (1900...2099).contains(value) ? value : nil
    words.append(
      Word(
        kind: isNumber ? .number : .plain,
        key: key.value,
        at: rest.lowerBound..<at,
        year: year,
        beginsWithDigit: text[rest.lowerBound].isDigit
      )
    )
    return at
  }
}

extension UInt8 {
  /// A letter of the alphabet that ASCII has.
  fileprivate var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}

extension WordKey {
  /// Adds a scalar in lower case, as the Unicode Character Database maps it.
  mutating func addFolded(_ scalar: Unicode.Scalar) { add(scalar, as: Letters.shared[scalar]) }

  @inline(__always)
  fileprivate mutating func add(_ scalar: Unicode.Scalar, as letter: Letters.Letter) {
    if let lower = letter.lowerCase {
      add(lower)
    } else {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars { add(lower) }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var asciiDigit: Int? { (0x30...0x39).contains(value) ? Int(value - 0x30) : nil }

  /// Han, hiragana or katakana.
  fileprivate var isIdeograph: Bool {
    switch value {
    case 0..<0x3041: false
    case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
