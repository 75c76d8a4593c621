import WinnowText

/// A document's lines, and the rules that each falls under wherever it stands.
///
/// Judging goes on until nothing changes; most lines are the same each time, and are read once.
struct ReadLines {
  private(set) var lines: [Line] = []
  /// The keys of the words of all lines, without marks.
  private(set) var keys: [UInt64] = []
  private(set) var matches: [[RuleSet.Match]] = []
  /// What the line model counts in them; nothing where there is no model.
  private(set) var scan = LineScan()
  private var text: [UInt8] = []

  /// Nothing read.
  init() {}

  /// Reads a document, which may have been made of an earlier one by taking out lines and parts.
  ///
  /// `kept` are the earlier lines that are still there, all or a part of them.
  init(
    _ document: Document,
    rules: RuleSet,
    scans: Bool,
    earlier: ReadLines,
    kept: [Int]
  ) {
    text = document.text
    let spans = document.lines
    lines.reserveCapacity(spans.count)
    matches.reserveCapacity(spans.count)
    keys.reserveCapacity(max(earlier.keys.count, text.count / 6))
    var words: [Word] = []
    var scratch = RuleSet.Scratch()
    for (number, span) in spans.enumerated() {
      if number < kept.count, text.has(earlier.text, earlier.lines[kept[number]].span, at: span) {
        takeOver(earlier, kept[number], at: span)
        if scans { scan.take(kept[number], of: earlier.scan) }
      } else {
        words.removeAll(keepingCapacity: true)
        Words.split(text, span, into: &words)
        lines.append(Line(text, span, words, addingTo: &keys))
        matches.append(rules.matches(words, line: span, in: text, &scratch))
        if scans { scan.read(text, span) }
      }
    }
  }

  /// The keys of a line's words, without marks.
  func keys(of line: Line) -> ArraySlice<UInt64> { keys[line.keys] }

  private mutating func takeOver(_ earlier: ReadLines, _ number: Int, at span: Range<Int>) {
    let line = earlier.lines[number]
    lines.append(Line(line, at: span, keysFrom: keys.count))
    keys += earlier.keys(of: line)
    let distance = span.lowerBound - line.span.lowerBound
    matches.append(earlier.matches[number].map { $0.moved(by: distance) })
  }
}

extension RuleSet.Match {
  fileprivate func moved(by distance: Int) -> RuleSet.Match {
    RuleSet.Match(
      rule: rule,
      span: span.lowerBound + distance..<span.upperBound + distance
    )
  }
}
