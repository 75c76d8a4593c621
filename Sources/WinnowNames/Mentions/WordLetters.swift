import WinnowText

/// The letters of one word, as they are counted and hashed when a text is split.
struct WordLetters {
  /// Of the letters that are not Cyrillic.
  private(set) var latin: FoldedKey
  /// The key of the Cyrillic letters.
  private(set) var cyrillic: UInt64 = 0
  private(set) var count: Int
  private(set) var cyrillics = 0
  private(set) var capitals: Int
  private(set) var hasDigits = false
  /// Behind the last letter, without a possessive's ending.
  private(set) var end: Int
  /// Where splitting goes on.
  private(set) var next: Int

  /// Reads the word that begins at a letter.
  @inline(__always)
  init(_ text: Span<UInt8>, _ start: Int) {
    // Most words are letters without accents.
    var key = FoldedKey()
    var capitals = 0
    var place = start
    while place < text.count, text[place].isPlainLetter {
      key.add(plain: text[place])
      capitals &+= Int(~text[place] >> 5 & 1)
      place &+= 1
    }
    latin = key
    count = place - start
    self.capitals = capitals
    end = place
    next = place
    if place < text.count, !text[place].endsWords { readRest(text) }
  }

  @inline(never)
  private mutating func readRest(_ text: Span<UInt8>) {
    var cyrillic = WordKey()
    defer { self.cyrillic = cyrillic.value }
    while next < text.count, !text[next].endsWords {
      var after = next
      let scalar = text.character(&after)
      if !scalar.isLetter {
        if scalar.isSign {
          var second = after
          guard after < text.count, text.character(&second).isWordPart else { return }
          next = after
          if Self.isContraction(text, next) {
            while next < text.count, text[next].isPlainLetter { next += 1 }
            return
          }
          continue
        }
        guard scalar.isWordPart else { return }
        if scalar.properties.numericType != nil { hasDigits = true }
      }
      count += 1
      if scalar.isCapital { capitals += 1 }
      if (0x400..<0x530).contains(scalar.value) {
        cyrillics += 1
        cyrillic.addLowercase(scalar)
      } else {
        latin.add(scalar)
      }
      next = after
      end = next
    }
  }

  /// Whether what follows an apostrophe is an English ending: Putin's, I've, they'll.
  private static func isContraction(_ text: Span<UInt8>, _ place: Int) -> Bool {
    var end = place
    while end < text.count, end - place <= 2 {
      var next = end
      guard text.character(&next).isWordPart else { break }
      end = next
    }
    return switch (end - place, text[place], end - place == 2 ? text[place + 1] : 0) {
    case (1, UInt8(ascii: "s"), _), (1, UInt8(ascii: "S"), _), (1, UInt8(ascii: "d"), _),
      (1, UInt8(ascii: "m"), _), (1, UInt8(ascii: "t"), _),
      (2, UInt8(ascii: "v"), UInt8(ascii: "e")), (2, UInt8(ascii: "r"), UInt8(ascii: "e")),
      (2, UInt8(ascii: "l"), UInt8(ascii: "l")):
      true
    default: false
    }
  }
}
