import WinnowText

/// Splits a text into the words among which names are looked for.
enum NameTokens {
  /// All words of a text in order, numbers and signs left out.
  ///
  /// Addresses of the web and of mail, file names, @handles and #tags are no words.
  static func split(_ text: [UInt8]) -> [NameToken] {
    var splitter = Splitter(byteCount: text.count)
    splitter.run(text.span)
    return splitter.tokens
  }
}

/// Goes through a text that all functions are given.
private struct Splitter {
  private(set) var tokens: [NameToken] = []
  private var at = 0
  private var joint = NameToken.Joint.start
  private var addresses = AddressSigns()
  /// How far quotation marks have been looked for, and whether one was opened on that line.
  private var quotesRead = 0
  private var hasOpenQuote = false

  init(byteCount: Int) { tokens.reserveCapacity(byteCount / 6) }

  mutating func run(_ text: Span<UInt8>) {
    beginChunk(text)
    while at < text.count {
      let byte = text[at]
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: addWord(text)
      case 0x0A:
        joint = .start
        at += 1
        beginChunk(text)
      case 0x20:
        at += 1
        beginChunk(text)
      case 0x40, 0x23, 0x5F: skipChunk(text)
      case 0x30...0x39: skipNumber(text)
      case 0..<0x80:
        note(Self.joint(of: byte, after: joint))
        at += 1
      default: addOther(text)
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

  private mutating func addOther(_ text: Span<UInt8>) {
    var next = at
    let scalar = text.character(&next)
    if scalar.isLetter || (scalar.isWordPart && !scalar.isSign) {
      addWord(text)
      return
    }
    at = next
    switch scalar.value {
    case 0x2018, 0x201C, 0x201E, 0xAB, 0x2019, 0x201D, 0xBB: note(.quote)
    case 0x2010, 0x2011: note(.hyphen)
    case 0x2026: note(.start)
    default: note(.other)
    }
  }

  /// Goes past what begins here if it is an address.
  private mutating func beginChunk(_ text: Span<UInt8>) {
    if addresses.hasOne(in: text, from: at) { skipChunk(text) }
  }

  private mutating func skipChunk(_ text: Span<UInt8>) {
    while at < text.count, text[at] != 0x20, text[at] != 0x0A { at += 1 }
    joint = .other
  }

  private mutating func skipNumber(_ text: Span<UInt8>) {
    while at < text.count, text[at] >= 0x30, text[at] <= 0x39 || text[at] | 0x20 >= 0x61 { at += 1 }
    joint = .other
  }

  private mutating func addWord(_ text: Span<UInt8>) {
    let start = at
    let word = WordLetters(text, start)
    at = word.next
    let script: NameToken.Script =
      word.cyrillics == 0 ? .latin : word.cyrillics == word.count ? .cyrillic : .mixed
    // Gomel2020 is a festival's sign, and A5 a road.
    let isCapital =
      word.capitals > 0 && !word.hasDigits && Self.beginsWithCapital(text, start)
      && !Self.isCode(text, start..<word.end)
    let isInitial =
      word.count == 1 && isCapital && word.end < text.count && text[word.end] == 0x2E
    let mayHaveSign = word.end == at && at < text.count && !text[at].endsWords
    let sign = mayHaveSign ? signAfterWord(text) : 0
    tokens.append(
      NameToken(
        span: start..<word.end,
        sign: sign,
        key: script == .cyrillic ? word.cyrillic : word.latin.value,
        joint: joint,
        script: script,
        isCapital: isCapital,
        isAllCapitals: word.count > 1 && word.capitals == word.count,
        isInitial: isInitial
      )
    )
    // St. and Yu. end no sentence.
    let isShort = word.count <= 2 && isCapital && at < text.count && text[at] == 0x2E
    joint = isShort ? .dot : .space
  }

  private static func beginsWithCapital(_ text: Span<UInt8>, _ start: Int) -> Bool {
    var next = start
    return text.character(&next).isCapital
  }

  /// Bytes of a sign that ends the word; moves on behind it, since it is no quotation mark then.
  private mutating func signAfterWord(_ text: Span<UInt8>) -> Int {
    var next = at
    let scalar = text.character(&next)
    let isMark = scalar == "\u{2019}" || scalar == "'"
    guard scalar.isSoftSign || scalar == "\u{2BC}" || (isMark && !isInQuotes(text)) else {
      return 0
    }
    if scalar == "\u{201D}" { return 0 }
    // Two of them are a quotation mark.
    var second = next
    if next < text.count, text.character(&second) == scalar { return 0 }
    defer { at = next }
    return next - at
  }

  /// Whether a single quotation mark was opened on this line and not closed.
  private mutating func isInQuotes(_ text: Span<UInt8>) -> Bool {
    for place in quotesRead..<max(quotesRead, at) {
      switch text[place] {
      case 0x0A: hasOpenQuote = false
      case 0x27: if place > 0, text[place - 1] == 0x20 { hasOpenQuote = true }
      case 0x98:
        if place > 1, text[place - 1] == 0x80, text[place - 2] == 0xE2 { hasOpenQuote = true }
      default: break
      }
    }
    quotesRead = max(quotesRead, at)
    return hasOpenQuote
  }

  /// Whether a word touches a sign of code: a path, a query, a tag.
  private static func isCode(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    func isSign(_ place: Int) -> Bool {
      guard text.indices.contains(place) else { return false }
      return switch text[place] {
      case 0x2F, 0x5C, 0x3D, 0x3C, 0x3E, 0x5F, 0x26: true
      default: false
      }
    }
    return isSign(word.lowerBound - 1) || isSign(word.upperBound)
  }
}
