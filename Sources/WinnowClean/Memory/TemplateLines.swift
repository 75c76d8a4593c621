import WinnowText

extension Cleaner.Cleaned {
  /// Words a line must have to be taken for running text.
  private static let prose = 12

  /// Takes out what stands in many documents of the source, and says in how many.
  ///
  /// Where that would be a third of the running text, the document is an article that came before,
  /// and nothing goes; nor does the headline, to which other pages of the source link.
  package func without(_ memory: SourceMemory) -> Self {
    var changes: [Change] = []
    var text = 0
    var lost = 0
    for span in document.lines {
      let line = Line(document.text, span)
      if line.length >= Self.prose { text += line.length }
      guard let key = line.templateKey, let times = memory.timesLearned(key),
        !document.text[span].elementsEqual((title ?? "").utf8)
      else { continue }
      if line.length >= Self.prose { lost += line.length }
      let end = min(span.upperBound + 1, document.text.count)
      let rule = "\(SourceRule.template): in \(times) of \(memory.documents) documents"
      changes.append(Change(at: span.lowerBound..<end, rule: rule))
    }
    if lost * 10 > text * 3 { return self }
    return Self(document: document.applying(changes), title: title)
  }
}

/// The rule that goes by what the documents of a source have in common.
enum SourceRule {
  static let template = "source.template"
}
