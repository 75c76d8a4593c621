import WinnowText

/// Splits a text into the words among which names are looked for.
enum NameTokens {
  /// All words of a text in order, numbers and signs left out.
  ///
  /// Addresses of the web and of mail, file names, @handles and #tags are no words.
  static func split(_ text: [UInt8]) -> [NameToken] {
    var splitter = Splitter(text: text)
    splitter.run()
    return splitter.tokens
  }
}

private struct Splitter {
  let text: [UInt8]
  var tokens: [NameToken] = []
  private var at = 0
  private var joint = NameToken.Joint.start
  /// How far quotation marks have been looked for, and whether one was opened on that line.
  private var quotesRead = 0
  private var hasOpenQuote = false

  init(text: [UInt8]) {
    self.text = text
    tokens.reserveCapacity(text.count / 6)
  }

  mutating func run() {
    if isAddress { skipChunk() }
    while at < text.count {
      let byte = text[at]
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: addWord()
      case 0x0A:
        joint = .start
        at += 1
        if isAddress { skipChunk() }
      case 0x20:
        at += 1
        if isAddress { skipChunk() }
      case 0x40, 0x23, 0x5F: skipChunk()
      case 0x30...0x39: skipNumber()
      case 0..<0x80:
        note(Self.joint(of: byte, after: joint))
        at += 1
      default: addOther()
      }
    }
  }

  private static func joint(of mark: UInt8, after joint: NameToken.Joint) -> NameToken.Joint {
    switch mark {
    case 0x2D: .hyphen
    case 0x2C: .comma
    case 0x2E: joint == .dot ? .dot : .start
    case 0x21, 0x3F: .start
    case 0x22, 0x27: .quote
    default: .other
    }
  }

  /// Takes note of a mark; the weightiest of several counts.
  private mutating func note(_ found: NameToken.Joint) {
    if joint == .start || (joint != .space && found == .quote) { return }
    joint = found
  }

  private mutating func addOther() {
    let (scalar, length) = text.scalar(at: at)
    if scalar.isWordPart, !scalar.isApostrophe, !scalar.isSoftSign {
      addWord()
      return
    }
    at += length
    switch scalar.value {
    case 0x2018, 0x201C, 0x201E, 0xAB, 0x2019, 0x201D, 0xBB: note(.quote)
    case 0x2010, 0x2011: note(.hyphen)
    case 0x2026: note(.start)
    default: note(.other)
    }
  }

  /// Whether an address begins here: it has a sign that words don't have.
  private var isAddress: Bool {
    var next = at
    while next < text.count, text[next] != 0x20, text[next] != 0x0A {
      let byte = text[next]
      if byte == 0x40 { return true }
      if byte == 0x3A, next + 2 < text.count, text[next + 1] == 0x2F { return true }
      next += 1
      if byte == 0x2E, next < text.count, text[next] | 0x20 >= 0x61, text[next] | 0x20 <= 0x7A {
        // A dot inside: example.org, but not A.G. or U.S.
        if next >= 3, text[next - 3] != 0x20, text[next - 3] != 0x2E { return true }
      }
    }
    return false
  }

  private mutating func skipChunk() {
    while at < text.count, text[at] != 0x20, text[at] != 0x0A { at += 1 }
    joint = .other
  }

  private mutating func skipNumber() {
    while at < text.count, text[at] >= 0x30, text[at] <= 0x39 || text[at] | 0x20 >= 0x61 { at += 1 }
    joint = .other
  }

  private mutating func addWord() {
    let start = at
    var end = at
    var latin = FoldedKey()
    var cyrillic = WordKey()
    var (latins, cyrillics, capitals, letters) = (0, 0, 0, 0)
    while at < text.count {
      // Most letters have no accents.
      while at < text.count, (text[at] | 0x20) &- 0x61 < 26 {
        if text[at] & 0x20 == 0 { capitals += 1 }
        latin.add(Unicode.Scalar(text[at]))
        letters += 1
        latins += 1
        at += 1
        end = at
      }
      if at == text.count || text[at] == 0x20 { break }
      let (scalar, length) = text.scalar(at: at)
      if scalar.isApostrophe || scalar.isSoftSign {
        let next = at + length
        guard next < text.count, text.scalar(at: next).0.isWordPart else { break }
        if isContraction(next) {
          at = next
          while at < text.count, text[at] | 0x20 >= 0x61, text[at] | 0x20 <= 0x7A { at += 1 }
          break
        }
        at = next
        continue
      }
      guard scalar.isWordPart else { break }
      letters += 1
      if (0x400..<0x530).contains(scalar.value) {
        cyrillics += 1
        cyrillic.addLowercase(scalar)
      } else {
        latins += 1
        latin.add(scalar)
      }
      if scalar.isCapital { capitals += 1 }
      at += length
      end = at
    }
    let script: NameToken.Script =
      latins == 0 ? .cyrillic : cyrillics == 0 ? .latin : .mixed
    let isCapital =
      capitals > 0 && text.scalar(at: start).0.isCapital && !isCode(start..<end)
    let isInitial = letters == 1 && isCapital && end < text.count && text[end] == 0x2E
    let sign = end == at ? signAfterWord() : 0
    tokens.append(
      NameToken(
        span: start..<end,
        sign: sign,
        key: script == .cyrillic ? cyrillic.value : latin.value,
        joint: joint,
        script: script,
        isCapital: isCapital,
        isAllCapitals: letters > 1 && capitals == letters,
        isInitial: isInitial
      )
    )
    // St. and Yu. end no sentence.
    joint = letters <= 2 && isCapital && at < text.count && text[at] == 0x2E ? .dot : .space
  }

  /// Bytes of a sign that ends the word; moves on behind it, since it is no quotation mark then.
  private mutating func signAfterWord() -> Int {
    guard at < text.count else { return 0 }
    let (scalar, length) = text.scalar(at: at)
    let isMark = scalar == "\u{2019}" || scalar == "'"
    guard scalar.isSoftSign || scalar == "\u{2BC}" || (isMark && !isInQuotes()) else { return 0 }
    if scalar == "\u{201D}" { return 0 }
    at += length
    return length
  }

  /// Whether a single quotation mark was opened on this line and not closed.
  private mutating func isInQuotes() -> Bool {
    while quotesRead < at {
      let place = quotesRead
      if text[place] == 0x0A {
        hasOpenQuote = false
      } else if place > 0, text[place] == 0x27, text[place - 1] == 0x20 {
        hasOpenQuote = true
      } else if place > 1, text[place] == 0x98, text[place - 1] == 0x80, text[place - 2] == 0xE2 {
        hasOpenQuote = true
      }
      quotesRead += 1
    }
    return hasOpenQuote
  }

  /// Whether a word touches a sign of code: a path, a query, a tag.
  private func isCode(_ word: Range<Int>) -> Bool {
    func isSign(_ place: Int) -> Bool {
      guard text.indices.contains(place) else { return false }
      return [0x2F, 0x5C, 0x3D, 0x3C, 0x3E, 0x5F, 0x26].contains(text[place])
    }
    return isSign(word.lowerBound - 1) || isSign(word.upperBound)
  }

  /// Whether what follows an apostrophe is an English ending: Putin's, I've, they'll.
  private func isContraction(_ place: Int) -> Bool {
    var end = place
    while end < text.count, end - place <= 2, text.scalar(at: end).0.isWordPart {
      end += text.scalar(at: end).1
    }
    return Self.contractions.contains { text[place..<end].elementsEqual($0.utf8) }
  }

  private static let contractions = ["s", "S", "ve", "re", "ll", "d", "m", "t"]
}

extension Unicode.Scalar {
  /// Signs with which schemes write the soft and the hard sign.
  fileprivate var isSoftSign: Bool {
    switch value {
    case 0x60, 0xB4, 0x2B9, 0x2BA, 0x2032, 0x2033, 0x201D: true
    default: false
    }
  }

  var isCapital: Bool {
    switch value {
    case 0x41...0x5A: true
    case 0..<0xC0: false
    case 0x400...0x42F: true
    case 0x430...0x45F: false
    default: properties.isUppercase
    }
  }
}
