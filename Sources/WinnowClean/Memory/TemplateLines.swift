import WinnowText

extension Cleaner.Cleaned {
  /// Words a line must have to be taken for running text.
  private static let prose = 12
  /// Words of running text that must be left: a page that comes again and again has nothing else.
  private static let least = 20

  /// Takes out what stands in many documents of the source, and says in how many; of what the model
  /// doubts, a single earlier document is enough, or two for running text.
  ///
  /// Where that would be a third of the running text, without what nearly all documents have, the
  /// document is an article that came before, and only the latter goes; nor does the headline go, to
  /// which other pages of the source link.
  package func without(_ memory: SourceMemory) -> Self {
    if memory.documents < 3 { return self }
    var found: [(change: Change, isSure: Bool)] = []
    var (text, lost, left) = (0, 0, 0)
    var keys: [UInt64] = []
    for (number, span) in document.lines.enumerated() {
      let words = Words.split(document.text, span)
      let line = Line(document.text, span, words, addingTo: &keys)
      let key = words.templateKey
      let times = key.map(memory.times) ?? 0
      let isSure = times > 0 && memory.isSurelyTemplate(times)
      if line.length >= Self.prose, !isSure { text += line.length }
      let isTemplate = key.flatMap(memory.timesLearned) != nil
      // A paragraph that stood in one other document may well be its own: an article, updated.
      let isSeen = times > (line.length >= Self.prose ? 1 : 0)
      guard isTemplate || (isSeen && doubted.contains(number)),
        !document.text[span].elementsEqual((title ?? "").utf8)
      else {
        if line.length >= Self.prose { left += line.length }
        continue
      }
      if line.length >= Self.prose, !isSure, isTemplate { lost += line.length }
      let end = min(span.upperBound + 1, document.text.count)
      let rule = "\(SourceRule.template): in \(times) of \(memory.documents) documents"
      found.append((Change(at: span.lowerBound..<end, rule: rule), isSure))
    }
    if left < Self.least { return self }
    let isRepublished = lost * 10 > text * 3
    let changes = found.filter { $0.isSure || !isRepublished }.map(\.change)
    if changes.isEmpty { return self }
    let document = document.applying(changes)
    return Self(document: document, title: title, language: Language.detect(document.text))
  }
}

/// The rule that goes by what the documents of a source have in common.
enum SourceRule {
  static let template = "source.template"
}
