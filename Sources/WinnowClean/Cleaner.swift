import WinnowText

/// How much a cleaner dares.
package enum CleanLevel: String, Sendable, CaseIterable {
  /// What stands in the rules, and what the model is all but sure of.
  case careful
  /// Also what the model finds more likely boilerplate than article. Without a model, what stands
  /// before the headline or after the last paragraph and is no sentence.
  case thorough
}

/// Says which lines of a document are boilerplate, and why.
package struct Cleaner: Sendable {
  /// A document without its boilerplate.
  package struct Cleaned: Sendable {
    package let document: Document
    /// The headline, or nil where none was found; `thorough` may have taken it out of the text.
    package let title: String?
    /// The BCP 47 tag of what is left; nil where there is too little of it to tell.
    package let language: String?
    /// Places of the lines that stay, though the model finds them more likely boilerplate than article.
    var doubted: Set<Int> = []
  }

  /// The longest page known has a seventh of this; the model keeps some kilobytes for each line.
  private static let mostLines = 1 << 14
  /// Pages are settled after two looks mostly, and after twelve at the most that is known.
  private static let mostLooks = 32
  /// Over all looks; a page of up to a thousand lines has all of its looks.
  private static let mostLinesLookedAt = 1 << 15

  private let rules: RuleSet
  private let model: LineScorer?
  private let level: CleanLevel

  /// Without a model, rules alone decide.
  package init(rules: RuleSet, model: LineScorer? = nil, level: CleanLevel) {
    self.rules = rules
    self.model = model
    self.level = level
  }

  /// Takes out what is boilerplate.
  ///
  /// What is left is judged again until nothing goes: so cleaning a cleaned text changes nothing.
  /// A text that is too long for an article is left as it is, and so is one that always something goes
  /// from.
  package func clean(_ original: Document) -> Cleaned {
    if original.lineCount > Self.mostLines { return Self.uncleaned(original) }
    var document = original
    var earlier: Judgement?
    var lostTitle: String?
    var lookedAt = 0
    for _ in 0..<Self.mostLooks {
      lookedAt += document.lineCount
      if lookedAt > Self.mostLinesLookedAt { break }
      let judgement = Judgement(document, after: earlier, rules: rules, model: model, level: level)
      if judgement.changes.isEmpty {
        return Cleaned(
          document: document,
          title: lostTitle ?? judgement.title,
          language: judgement.language,
          doubted: judgement.doubted
        )
      }
      if judgement.losesTitle { lostTitle = lostTitle ?? judgement.title }
      document = document.applying(judgement.changes)
      earlier = judgement
    }
    return Self.uncleaned(original)
  }

  private static func uncleaned(_ document: Document) -> Cleaned {
    Cleaned(document: document, title: nil, language: Language.detect(document.text))
  }

  /// What a rule's id means: a phrase that ends the sentence "this line is".
  package func reason(for rule: String) -> String? {
    if rule.hasPrefix(StructureRule.model) {
      return "not part of the article, as the model sees it"
    }
    if rule.hasPrefix(SourceRule.template) {
      return "a line that many documents of its source share"
    }
    return StructureRule.reasons[rule] ?? rules.rules.first { $0.id == rule }?.why
  }
}

/// The rules that look at a document's shape, and not at its words.
enum StructureRule {
  static let adjacent = "repeat.adjacent"
  static let between = "structure.between"
  static let later = "repeat.later"
  static let title = "repeat.title"
  static let model = "model"
  static let outside = "structure.outside"

  static let reasons = [
    adjacent: "the same line once more, as captions come twice",
    between: "a few words between lines that go, outside the article",
    later: "a paragraph that stands in the text already",
    title: "the headline once more",
    outside: "no sentence, and outside the article",
    TextRule.binary: "not text",
    TextRule.blank: "a blank line",
    TextRule.broken: "bytes that mean nothing in the file's encoding",
    TextRule.composition: "another spelling of the same characters (normal form NFC)",
    TextRule.control: "a character that can't be seen",
    TextRule.lineEnd: "another kind of newline, or none",
    TextRule.space: "another kind of space, or too many",
  ]
}
