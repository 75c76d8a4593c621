import WinnowText

/// Walks over the characters of lines, and counts.
package struct LineScan: Sendable {
  private(set) var counts: [LineCounts] = []
  private(set) var tokens = LineTokens()

  private let table = LineScalar.table
  private var line = LineCounts()
  private var scalars: [UInt32] = []
  private var kinds: [LineScalar] = []
  /// How many characters the line has; what stands in the buffers after them is of earlier lines.
  private var count = 0
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

  /// Reads a line that is not empty, of well-formed UTF-8 with single spaces and none at its ends.
  mutating func read(_ text: [UInt8], _ span: Range<Int>) {
    decode(text, span)
    line = LineCounts()
    line.characters = count
    line.beginning = LineCounts.Beginning(kinds[0])
    (words, previousDense, lastWord, lastNumber) = (0, 0, 0, nil)
    let before = tokens.hashes.count
    var at = 0
    while at < count {
      switch kinds[at] {
      case .letter, .upper, .digit: at = readWord(at)
      case .dense: at = readDense(at)
      case .stop: at = readStops(at)
      default: at = readSign(at)
      }
    }
    tokens.endLine()
    line.tokens = tokens.hashes.count - before
    line.words = words + (6 * line.dense + 5) / 10
    readEnd()
    counts.append(line)
  }

  /// Takes over what an earlier scan has counted of a line.
  mutating func take(_ line: Int, of earlier: LineScan) {
    counts.append(earlier.counts[line])
    tokens.addLine(line, of: earlier.tokens)
  }

  private mutating func decode(_ text: [UInt8], _ span: Range<Int>) {
    if scalars.count < span.count {
      scalars = Array(repeating: 0, count: 2 * span.count)
      kinds = Array(repeating: .other, count: 2 * span.count)
    }
    // A line has at most as many characters as bytes, so that every place below is in the buffers.
    count = scalars.withUnsafeMutableBufferPointer { scalars in
      kinds.withUnsafeMutableBufferPointer { kinds in
        var count = 0
        var at = span.lowerBound
        while at < span.upperBound {
          let first = UInt32(text[at])
          var value = first
          at += 1
          if first >= 0x80 {
            value = first & (first < 0xE0 ? 0x1F : first < 0xF0 ? 0x0F : 0x07)
            while at < span.upperBound, text[at] & 0xC0 == 0x80 {
              value = value << 6 | UInt32(text[at] & 0x3F)
              at += 1
            }
          }
          let isInTable = Int(value) < table.count
          scalars[count] = value
          kinds[count] = isInTable ? table[Int(value)] : LineScalar(beyondTable: value)
          count += 1
        }
        return count
      }
    }
  }

  private mutating func readWord(_ start: Int) -> Int {
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
    if digits == size { countNumber(value, size, start) } else { lastNumber = nil }
    line.longest = max(line.longest, size)
    if Self.isAddress(scalars, start, size) { line.hasAddress = true }
    tokens.add(TokenHash.finish(hash), size: digits == size ? 0 : size)
    lastWord = size
    return at
  }

  private mutating func countNumber(_ value: Int, _ size: Int, _ start: Int) {
    line.numbers += 1
    if size == 4, (1900...2039).contains(value) { line.hasYear = true }
    if let lastNumber, lastNumber < 24, size == 2, value < 60, start > 0,
      scalars[start - 1] == 0x3A
    {
      line.hasClock = true
    }
    lastNumber = size <= 2 ? value : nil
  }

  /// Whether a word is www, http or https.
  private static func isAddress(_ scalars: [UInt32], _ start: Int, _ size: Int) -> Bool {
    guard (3...5).contains(size) else { return false }
    func letter(_ place: Int) -> UInt32 { LowerCase.of(scalars[start + place]) }
    if size == 3 { return letter(0) == 0x77 && letter(1) == 0x77 && letter(2) == 0x77 }
    return letter(0) == 0x68 && letter(1) == 0x74 && letter(2) == 0x74 && letter(3) == 0x70
  }

  private mutating func readDense(_ at: Int) -> Int {
    line.dense += 1
    line.letters += 1
    let hash = TokenHash.mix(TokenHash.mix(TokenHash.start, previousDense), scalars[at])
    tokens.add(TokenHash.finish(hash), size: Int(LineTokens.pair))
    previousDense = scalars[at]
    lastWord = 0
    return at + 1
  }

  private mutating func readStops(_ start: Int) -> Int {
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

  private mutating func readSign(_ at: Int) -> Int {
    previousDense = 0
    let scalar = scalars[at]
    switch kinds[at] {
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
    if kinds[at] != .colon { lastNumber = nil }
    lastWord = 0
    return at + 1
  }

  private mutating func readEnd() {
    var last = count - 1
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
