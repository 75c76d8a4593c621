import WinnowText

/// Walks over the characters of lines, and counts.
package struct LineScan: Sendable {
  private(set) var counts: [LineCounts] = []
  private(set) var tokens = LineTokens()

  private let table = LineScalar.table
  private var line = LineCounts()
  private var scalars: [UInt32] = []
  private var kinds: [LineScalar] = []
  private var words = 0
  /// The dense character just before, or 0.
  private var previousDense: UInt32 = 0
  /// Characters of the word that ended just before, or 0.
  private var lastWord = 0
  /// The number that ended just before, where it had one or two digits.
  private var lastNumber: Int?

  init() {}

  init(_ document: Document) {
    for line in document.lines { read(document.text, line) }
  }

  /// A line's characters.
  private struct Characters {
    let scalars: UnsafePointer<UInt32>
    let kinds: UnsafePointer<LineScalar>
    let count: Int
  }

  /// Reads a line that is not empty, of well-formed UTF-8 with single spaces and none at its ends.
  mutating func read(_ text: [UInt8], _ span: Range<Int>) {
    let count = decode(text, span)
    // What stands in the buffers after the line's characters is of earlier lines.
    let (scalars, kinds) = (scalars, kinds)
    scalars.withUnsafeBufferPointer { scalars in
      kinds.withUnsafeBufferPointer { kinds in
        guard let scalars = scalars.baseAddress, let kinds = kinds.baseAddress else { return }
        read(Characters(scalars: scalars, kinds: kinds, count: count))
      }
    }
  }

  private mutating func read(_ characters: Characters) {
    line = LineCounts()
    line.characters = characters.count
    line.beginning = LineCounts.Beginning(characters.kinds[0])
    (words, previousDense, lastWord, lastNumber) = (0, 0, 0, nil)
    let before = tokens.hashes.count
    var at = 0
    while at < characters.count {
      switch characters.kinds[at] {
      case .space:
        (previousDense, lastWord, lastNumber) = (0, 0, nil)
        at += 1
      case .letter, .upper, .digit: at = readWord(characters, at)
      case .dense: at = readDense(characters, at)
      case .stop: at = readStops(characters, at)
      default: at = readSign(characters, at)
      }
    }
    tokens.endLine()
    line.tokens = tokens.hashes.count - before
    line.words = words + (6 * line.dense + 5) / 10
    readEnd(characters)
    counts.append(line)
  }

  /// Takes over what an earlier scan has counted of a line.
  mutating func take(_ line: Int, of earlier: LineScan) {
    counts.append(earlier.counts[line])
    tokens.addLine(line, of: earlier.tokens)
  }

  /// Puts a line's characters into the buffers; returns how many they are.
  private mutating func decode(_ text: [UInt8], _ span: Range<Int>) -> Int {
    if scalars.count < span.count {
      scalars = Array(repeating: 0, count: 2 * span.count)
      kinds = Array(repeating: .other, count: 2 * span.count)
    }
    let table = table
    // A line has at most as many characters as bytes, so that every place below is in the buffers.
    return scalars.withUnsafeMutableBufferPointer { scalars in
      kinds.withUnsafeMutableBufferPointer { kinds in
        text[span].withUnsafeBufferPointer { text in
          table.withUnsafeBufferPointer { table in
            var count = 0
            var at = 0
            while at < text.count {
              let first = UInt32(text[at])
              var value = first
              at += 1
              if first >= 0x80 {
                value = first & (first < 0xE0 ? 0x1F : first < 0xF0 ? 0x0F : 0x07)
                while at < text.count, text[at] & 0xC0 == 0x80 {
                  value = value << 6 | UInt32(text[at] & 0x3F)
                  at += 1
                }
              }
              scalars[count] = value
              kinds[count] =
                value < table.count ? table[Int(value)] : LineScalar(beyondTable: value)
              count += 1
            }
            return count
          }
        }
      }
    }
  }

  private mutating func readWord(_ characters: Characters, _ start: Int) -> Int {
    let (scalars, kinds, count) = (characters.scalars, characters.kinds, characters.count)
    previousDense = 0
    var hash = TokenHash.start
    var upper = 0
    var digits = 0
    var value = 0
    var at = start
    scan: while at < count {
      let scalar = scalars[at]
      switch kinds[at] {
      case .digit:
        digits += 1
        value = scalar < 58 ? (value * 10 + Int(scalar) - 48) % 100_000 : 0
        hash = TokenHash.mix(hash, 48)
      case .upper:
        upper += 1
        hash = TokenHash.mix(hash, LowerCase.of(scalar))
      case .letter: hash = TokenHash.mix(hash, scalar)
      case .apostrophe:
        guard at + 1 < count, kinds[at + 1] == .letter || kinds[at + 1] == .upper else {
          break scan
        }
        hash = TokenHash.mix(hash, 39)
      default: break scan
      }
      at += 1
    }
    let size = at - start
    words += 1
    line.letters += size - digits
    line.digits += digits
    line.upper += upper
    if kinds[start] == .upper { line.titled += 1 }
    if upper >= 2, upper + digits == size { line.capitals += 1 }
    if digits == size {
      countNumber(value, size, isAfterColon: start > 0 && scalars[start - 1] == 0x3A)
    } else {
      lastNumber = nil
    }
    line.longest = max(line.longest, size)
    if Self.isAddress(scalars + start, size) { line.hasAddress = true }
    tokens.add(TokenHash.finish(hash), size: digits == size ? 0 : size)
    lastWord = size
    return at
  }

  private mutating func countNumber(_ value: Int, _ size: Int, isAfterColon: Bool) {
    line.numbers += 1
    if size == 4, (1900...2039).contains(value) { line.hasYear = true }
    if let lastNumber, lastNumber < 24, size == 2, value < 60, isAfterColon {
      line.hasClock = true
    }
    lastNumber = size <= 2 ? value : nil
  }

  /// Whether a word is www, http or https.
  private static func isAddress(_ word: UnsafePointer<UInt32>, _ size: Int) -> Bool {
    // No letter but W, H, T and P has w, h, t or p for its lower case.
    func isLetter(_ place: Int, _ lower: UInt32) -> Bool { word[place] | 0x20 == lower }
    switch size {
    case 3: return isLetter(0, 0x77) && isLetter(1, 0x77) && isLetter(2, 0x77)
    case 4, 5:
      return isLetter(0, 0x68) && isLetter(1, 0x74) && isLetter(2, 0x74) && isLetter(3, 0x70)
    default: return false
    }
  }

  private mutating func readDense(_ characters: Characters, _ at: Int) -> Int {
    let scalar = characters.scalars[at]
    line.dense += 1
    line.letters += 1
    let hash = TokenHash.mix(TokenHash.mix(TokenHash.start, previousDense), scalar)
    tokens.add(TokenHash.finish(hash), size: Int(LineTokens.pair))
    previousDense = scalar
    lastWord = 0
    return at + 1
  }

  private mutating func readStops(_ characters: Characters, _ start: Int) -> Int {
    let (scalars, kinds, count) = (characters.scalars, characters.kinds, characters.count)
    previousDense = 0
    var end = start + 1
    while end < count, kinds[end] == .stop { end += 1 }
    var after = end
    while after < count, kinds[after].mayFollowStop { after += 1 }
    // The dot of an initial.
    let isInitial =
      scalars[start] == 0x2E && end == start + 1 && lastWord == 1 && after < count
    let isEnd = after == count || kinds[after] == .space
    if isEnd, words + line.dense > 0, !isInitial { line.stops += 1 }
    if scalars[start] == 0x21 { line.exclamations += 1 }
    lastWord = 0
    return end
  }

  private mutating func readSign(_ characters: Characters, _ at: Int) -> Int {
    previousDense = 0
    let (scalar, kind) = (characters.scalars[at], characters.kinds[at])
    switch kind {
    case .wideStop: line.stops += 1
    case .comma: line.commas += 1
    case .separator:
      line.separators += 1
      if scalar == 0xA9 { line.hasCopyright = true }
    case .colon: line.colons += 1
    case .closer, .opener:
      switch scalar {
      case 0x28, 0x29, 0x5B, 0x5D: line.brackets += 1
      default: line.quotes += 1
      }
    case .dash: line.dashes += 1
    case .guillemet: line.guillemets += 1
    default: if scalar == 0x40 { line.hasAddress = true }
    }
    if kind != .colon { lastNumber = nil }
    lastWord = 0
    return at + 1
  }

  private mutating func readEnd(_ characters: Characters) {
    let (scalars, kinds) = (characters.scalars, characters.kinds)
    var last = characters.count - 1
    while last > 0, kinds[last].mayFollowStop { last -= 1 }
    switch kinds[last] {
    case .stop, .wideStop:
      line.endsSentence = true
      let isDotted = last > 1 && scalars[last] == 0x2E && scalars[last - 1] == 0x2E
      if scalars[last] == 0x2026 || isDotted { line.endsWithDots = true }
    case .colon: line.endsWithColon = true
    case .comma: line.endsWithComma = true
    default: break
    }
  }
}

extension LineCounts.Beginning {
  fileprivate init(_ kind: LineScalar) {
    switch kind {
    case .letter, .dense: self = .lowerCase
    case .upper: self = .upperCase
    case .digit: self = .digit
    case .separator, .dash: self = .bullet
    case .opener, .closer, .guillemet, .apostrophe: self = .bracket
    default: self = .other
    }
  }
}
