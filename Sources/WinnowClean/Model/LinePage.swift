/// A document's lines with what several groups of features want to know of them.
struct LinePage: Sendable {
  let counts: [LineCounts]
  let tokens: LineTokens
  let shared: SharedWords
  /// Words of the stop list, by line.
  let common: [Int]
  /// Whether each line comes more than once.
  let isRepeated: [Bool]
  /// A number for each line, the same for the same line, and how many lines have each number.
  let lines: NumberedLines
  let segment: LineSegment
  let allWords: Double

  var count: Int { counts.count }

  init(_ scan: LineScan, stops: StopList) {
    counts = scan.counts
    tokens = scan.tokens
    var common = [Int](repeating: 0, count: counts.count)
    shared = SharedWords(tokens, stops: stops, common: &common)
    self.common = common
    let tokens = tokens
    let lines = NumberedLines(count: scan.counts.count) { line in
      let range = tokens[line]
      // Lines without words are the same where they are equally long.
      let length = range.isEmpty ? UInt32(scan.counts[line].characters) : 0
      var hash = TokenHash.start
      for token in range { hash = TokenHash.mix(hash, tokens.hashes[token]) }
      return TokenHash.finish(hash ^ length)
    }
    self.lines = lines
    isRepeated = lines.numbers.map { lines.counts[$0] > 1 }
    segment = LineSegment(
      counts.map { $0.isProse ? $0.cappedWords : $0.isShort ? -6 : -2 }
    )
    allWords = counts.reduce(0) { $0 + Double($1.words) }
  }
}

/// The run of lines with the largest sum; the earliest and shortest of equals.
struct LineSegment: Sendable {
  private(set) var first = 0
  /// The last line; before the first where no sum is above zero.
  private(set) var last = -1

  init(_ values: [Double]) {
    var best = 0.0
    var total = 0.0
    var start = 0
    for (place, value) in values.enumerated() {
      if total <= 0 {
        total = 0
        start = place
      }
      total += value
      if total > best {
        best = total
        first = start
        last = place
      }
    }
  }

  func contains(_ line: Int) -> Bool { first <= line && line <= last }

  /// How far a line is from the first, on a scale of logarithms; below zero before it.
  func distanceFromFirst(_ line: Int) -> Double { signed(line - first) }

  /// How far a line is from the last; below zero before it.
  func distanceFromLast(_ line: Int) -> Double { signed(line - last) }

  private func signed(_ distance: Int) -> Double {
    distance >= 0 ? LineMath.log2p(distance) : -LineMath.log2p(-distance)
  }
}

extension Double {
  /// Division by at least one.
  func per(_ count: Int) -> Double { self / Double(Swift.max(1, count)) }
}

extension Int {
  func per(_ count: Int) -> Double { Double(self).per(count) }
}
