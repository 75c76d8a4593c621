/// Splits a line into words and marks.
package enum Words {
  /// The words and marks of a span of normalised text, in order.
  package static func split(_ text: [UInt8], _ span: Range<Int>) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(span.count / 6)
    var start = span.lowerBound
    while start < span.upperBound {
      if text[start] == 0x20 {
        start += 1
        continue
      }
      var end = start
      while end < span.upperBound, text[end] != 0x20 { end += 1 }
      splitChunk(text, start..<end, into: &words)
      start = end
    }
    return words
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
    while at < chunk.upperBound {
      let (scalar, length) = text.scalar(at: at)
      if scalar.isWordPart {
        at = addWord(text, at..<chunk.upperBound, to: &words)
      } else {
        if !scalar.isApostrophe {
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
  private static func addWord(_ text: [UInt8], _ rest: Range<Int>, to words: inout [Word]) -> Int {
    var key = WordKey()
    var at = rest.lowerBound
    var digits = 0
    var scalars = 0
    var value = 0
    while at < rest.upperBound {
      let (scalar, length) = text.scalar(at: at)
      if scalar.isApostrophe {
        let next = at + length
        guard next < rest.upperBound, text.scalar(at: next).0.isWordPart else { break }
        at = next
        continue
      }
      guard scalar.isWordPart else { break }
      // Chinese and Japanese put no spaces between words: each sign is one.
      let isSign = scalar.isIdeograph
      if isSign && scalars > 0 { break }
      key.addFolded(scalar)
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

extension WordKey {
  /// Adds a scalar in lower case, as the Unicode Character Database maps it.
  mutating func addFolded(_ scalar: Unicode.Scalar) {
    if let lower = Letters.lowerCase(of: scalar) {
      add(lower)
    } else {
      for lower in scalar.properties.lowercaseMapping.unicodeScalars { add(lower) }
    }
  }
}

extension Unicode.Scalar {
  package var isApostrophe: Bool {
    switch value {
    case 0x27, 0x60, 0x2019, 0x2BC, 0x2BB, 0x2018: true
    default: false
    }
  }

  package var asciiDigit: Int? { (0x30...0x39).contains(value) ? Int(value - 0x30) : nil }

  /// A letter, a digit, or a mark that belongs to one.
  var isWordPart: Bool { Letters.isWordPart(self) }

  /// Han, hiragana or katakana.
  package var isIdeograph: Bool {
    switch value {
    case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
