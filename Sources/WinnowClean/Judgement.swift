import WinnowText

/// One look at a document: which lines go, by which rule, and which line is the headline.
struct Judgement {
  private(set) var changes: [Change] = []
  private(set) var title: String?
  /// The document's language; nil where there is too little of it to tell.
  let language: String?
  /// Whether the headline goes.
  private(set) var losesTitle = false

  private let text: [UInt8]
  private let read: ReadLines
  private var lines: [Line] { read.lines }
  /// The rule by which each line goes; nil for lines that stay.
  private var fates: [String?]
  /// What the model says of each line; nil where it has no ground to.
  private let scores: LineScores?
  /// The first and last paragraph of prose; nil where there is none.
  private var body: ClosedRange<Int>?

  /// Judges a document, which may be what an earlier judgement has left.
  init(
    _ document: Document,
    after earlier: Judgement?,
    rules: RuleSet,
    model: LineScorer?,
    level: CleanLevel
  ) {
    text = document.text
    let read = ReadLines(
      document,
      rules: rules,
      scans: model != nil,
      earlier: earlier?.read ?? ReadLines(),
      kept: earlier.map { judged in judged.fates.indices.filter { judged.fates[$0] == nil } } ?? []
    )
    self.read = read
    let lines = read.lines
    fates = Array(repeating: nil, count: lines.count)
    // Where rules of several languages know a line, the document's own says why it goes.
    language = Language.detect(document.text, lines: lines.map(\.span)) {
      read.keys(of: lines[$0])
    }
    let language = language
    let known = rules.rules
    let matches = read.matches.map { found in
      found.count < 2
        ? found
        : found.sorted { a, b in
          known[a.rule].language == language && known[b.rule].language != language
        }
    }
    scores = Self.isKnownToModel(language, lines) ? model?.score(read.scan) : nil
    let parts = judgeByRules(matches, known, .anywhere)
    let certain = fates
    findBody()
    judgeRepeats()
    findBody()
    if body != nil || isMenu(matches) { _ = judgeByRules(matches, known, .outside) }
    let headline = findHeadline()
    if let headline {
      judgeCopies(of: headline)
      judgeBetween(headline)
    }
    if let scores {
      // Of Japanese the model has seen too little to be daring.
      let level = language == "ja" ? .careful : level
      rescue(certain, scores, level)
      judgeByModel(scores, level, headline)
    } else if level == .thorough {
      judgeOutside(headline)
    }
    if let headline {
      title = String(decoding: text[lines[headline].span], as: UTF8.self)
      losesTitle = fates[headline] != nil
    }
    changes = collectChanges(parts)
  }

  /// The model has not learnt from texts without spaces between words, but for Chinese and a few in
  /// Japanese, nor from a few words alone.
  private static func isKnownToModel(_ language: String?, _ lines: [Line]) -> Bool {
    if let language { return !["he", "hy", "ka", "ko", "th"].contains(language) }
    return lines.reduce(0) { $0 + $1.length } >= 100
  }

  /// Keeps lines that only weak evidence is against, where the model takes them for the article.
  ///
  /// Weak are repeats, what stands between lines that go, and rules for what is outside the article.
  /// A paragraph that comes again after the article is a teaser of it and goes; inside the article it
  /// is weaker still, for lists and refrains say things twice, and careful leaves it to the model.
  private mutating func rescue(_ certain: [String?], _ scores: LineScores, _ level: CleanLevel) {
    for number in lines.indices where certain[number] == nil {
      let isLater = fates[number] == StructureRule.later
      if isLater, let body, number > body.upperBound { continue }
      let isLeftToModel = isLater && level == .careful
      if isLeftToModel || !scores.isDoubtful(number, at: level) { fates[number] = nil }
    }
  }

  /// Lets the model decide what rules left open; careful never takes the headline.
  private mutating func judgeByModel(
    _ scores: LineScores,
    _ level: CleanLevel,
    _ headline: Int?
  ) {
    let goes = scores.goes(at: level)
    let going = goes.indices.filter { number in
      goes[number] && fates[number] == nil && (number != headline || level == .thorough)
    }
    for (number, reasons) in zip(going, scores.reasons(for: going)) {
      var fate = StructureRule.model + ": "
      fate.reserveCapacity(128)
      for (place, reason) in reasons.enumerated() {
        if place > 0 { fate += ", " }
        fate += reason.phrase
      }
      fates[number] = fate
    }
  }

  /// Lines that the model finds more likely boilerplate than article.
  var doubted: Set<Int> {
    let goes = scores?.goes(at: .thorough) ?? []
    return Set(goes.indices.filter { goes[$0] })
  }

  /// Marks the lines that fall under a rule; returns the parts of lines that go.
  private mutating func judgeByRules(
    _ matches: [[RuleSet.Match]],
    _ rules: [Rule],
    _ place: Rule.Place
  ) -> [Int: Change] {
    var parts: [Int: Change] = [:]
    for (number, found) in matches.enumerated() where fates[number] == nil {
      if place == .outside, let body, body.contains(number) { continue }
      for match in found where rules[match.rule].place == place {
        if match.span == lines[number].span {
          fates[number] = rules[match.rule].id
          parts[number] = nil
          break
        }
        let longest = parts[number].map { $0.at.lowerBound <= match.span.lowerBound } ?? false
        if !longest { parts[number] = Change(at: match.span, rule: rules[match.rule].id) }
      }
    }
    return parts
  }

  /// Whether a document without prose is a page of menus, and not a poem or a list: rules know half of
  /// its lines or more.
  private func isMenu(_ matches: [[RuleSet.Match]]) -> Bool {
    matches.count { !$0.isEmpty } * 2 >= matches.count
  }

  /// Headlines and captions twice in a row; a teaser a second time anywhere.
  private mutating func judgeRepeats() {
    var seen: Set<UInt64> = []
    var kept: [Int] = []
    var run: [Int] = []
    for (number, line) in lines.enumerated() where fates[number] == nil {
      if let last = kept.last, lines[last].key == line.key, isRepeat(number, kept) {
        fates[number] = StructureRule.adjacent
        continue
      }
      kept.append(number)
      if line.length >= 12, !seen.insert(line.key).inserted {
        run.append(number)
      } else {
        judgeCopies(run)
        run = []
      }
    }
    judgeCopies(run)
  }

  /// One or two paragraphs that stand in the text already are a teaser; more are no accident, such as
  /// a song, a form, or a page that says all of it twice.
  private mutating func judgeCopies(_ run: [Int]) {
    if run.count > 2 { return }
    for number in run { fates[number] = StructureRule.later }
  }

  /// Whether a line that is like the one before it is there by mistake.
  ///
  /// It is long, or stands before the article or beside prose and is not spoken: dialogue and refrains
  /// say things twice.
  private func isRepeat(_ number: Int, _ kept: [Int]) -> Bool {
    let line = lines[number]
    if line.length >= 12 { return true }
    guard line.length >= 5, !line.isSpoken, let body else { return false }
    let isBesideProse =
      kept.dropLast().last.map { lines[$0].isProse } == true
      || lines.dropFirst(number + 1).first?.isProse == true
    return number < body.lowerBound || isBesideProse
  }

  private mutating func findBody() {
    let prose = lines.indices.filter {
      fates[$0] == nil && lines[$0].isProse && scores?.isPlausible($0) != false
    }
    if let first = prose.first, let last = prose.last { body = first...last }
  }

  /// The headline stands before the first paragraph: a line of a few words that is no sentence.
  ///
  /// The model's favourite is it, above all where it is said again: pages have it as their name, too.
  /// Without a model, a line that comes more than once, else the last one of four words or more.
  private func findHeadline() -> Int? {
    guard let body else { return nil }
    let before = lines.prefix(body.lowerBound)
    let short = before.indices.filter {
      fates[$0] == nil && (2...30).contains(lines[$0].length) && !lines[$0].endsLikeText
    }
    let long = short.filter { lines[$0].length >= 4 }
    let candidates = long.isEmpty ? short : long
    if let scores {
      let beginnings = LineBeginnings(of: candidates.map { lines[$0] }, among: before, of: read)
      let odds = candidates.map { candidate in
        scores.logOdds[candidate] + (beginnings.isShared(lines[candidate]) ? 2 : 0)
      }
      return candidates.indices.max { odds[$0] < odds[$1] }.map { candidates[$0] }
    }
    var keys: [UInt64: Int] = [:]
    for line in lines { keys[line.key, default: 0] += 1 }
    let repeated = long.first { keys[lines[$0].key, default: 0] > 1 }
    return repeated ?? (long.isEmpty ? short.first : long.last)
  }

  private mutating func judgeCopies(of headline: Int) {
    guard lines[headline].length >= 3 else { return }
    for number in lines.indices
    where number > headline && fates[number] == nil && lines[number].key == lines[headline].key {
      // Inside the article it may be the heading of a section.
      if body?.contains(number) != true { fates[number] = StructureRule.title }
    }
  }

  /// A few words outside the article, between two lines that go, are of their kind: a menu, an address.
  ///
  /// Only where the headline is known: else it might be taken for one of them.
  private mutating func judgeBetween(_ headline: Int) {
    guard lines[headline].length >= 4, let body else { return }
    let judged = fates
    for number in lines.indices.dropFirst().dropLast()
    where fates[number] == nil && number != headline && !body.contains(number) {
      let isShort = lines[number].length <= 4 && !lines[number].endsSentence
      if isShort, judged[number - 1] != nil, judged[number + 1] != nil {
        fates[number] = StructureRule.between
      }
    }
  }

  /// Lines before the headline or after the last paragraph that are no sentences.
  private mutating func judgeOutside(_ headline: Int?) {
    guard let body else { return }
    for number in lines.indices where fates[number] == nil {
      let isBefore = number < headline ?? body.lowerBound
      if isBefore || number > body.upperBound, !lines[number].endsSentence {
        fates[number] = StructureRule.outside
      }
    }
  }

  private func collectChanges(_ parts: [Int: Change]) -> [Change] {
    var changes: [Change] = []
    for (number, fate) in fates.enumerated() {
      let line = lines[number].span
      if let fate {
        changes.append(
          Change(at: line.lowerBound..<min(line.upperBound + 1, text.count), rule: fate)
        )
      } else if let part = parts[number] {
        // The space before the part goes with it.
        let hasSpace = part.at.lowerBound > line.lowerBound && text[part.at.lowerBound - 1] == 0x20
        let start = part.at.lowerBound - (hasSpace ? 1 : 0)
        changes.append(Change(at: start..<part.at.upperBound, rule: part.rule))
      }
    }
    return changes
  }
}
