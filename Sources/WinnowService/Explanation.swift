import WinnowClean
import WinnowNames
import WinnowPipeline
import WinnowText

/// What would go from a document, and why, line by line.
package struct Explanation: Sendable {
  /// A stretch of the document and its fate.
  package enum Part: Equatable, Sendable {
    case kept(String)
    case removed(String, rule: String, why: String)
  }

  package private(set) var parts: [Part] = []
  package let title: String?
  /// The names of the cleaned text, and what is done about their spelling.
  package let names: [Mention]
  /// BCP 47 of the cleaned text, or nil.
  let language: String?
  /// With boilerplate gone and names settled.
  let document: Document
  /// Size of the original.
  let bytes: Int
  private let cleaner: Cleaner
  /// How often each rule changed how something is written, not what is said.
  package private(set) var spellings: [(rule: String, why: String, count: Int)] = []

  /// What goes, and its rules.
  var removed: [(text: String, rule: String)] {
    parts.compactMap { part in
      guard case .removed(let text, let rule, _) = part else { return nil }
      return (text, rule)
    }
  }

  package init(of bytes: [UInt8], _ pipeline: Pipeline) {
    let cleaned = pipeline.cleaner.clean(Document(bytes))
    let document = cleaned.document
    title = cleaned.title
    let settled = pipeline.names(in: cleaned)
    names = settled.mentions
    self.document = settled.document
    language = cleaned.language
    self.bytes = bytes.count
    cleaner = pipeline.cleaner
    var counts: [String: Int] = [:]
    var done = 0
    func keep(upTo end: Int, _ parts: inout [Part]) {
      let text = String(decoding: document.text[done..<end], as: UTF8.self)
      for line in text.split(separator: "\n") { parts.append(.kept(String(line))) }
      done = end
    }
    for edit in document.edits {
      if edit.rule.hasPrefix("text.") {
        counts[edit.rule, default: 0] += 1
        continue
      }
      keep(upTo: edit.at.lowerBound, &parts)
      let was = String(decoding: document.originalText(of: edit), as: UTF8.self)
      let shown = was.split { $0.isNewline }.joined(separator: " ")
      let why = reason(for: edit.rule)
      parts.append(.removed(shown, rule: edit.rule, why: why))
      done = edit.at.upperBound
    }
    keep(upTo: document.text.count, &parts)
    spellings = counts.sorted { $0.key < $1.key }.map { rule, count in
      (rule, reason(for: rule), count)
    }
  }

  /// What a rule's id means: a phrase that ends the sentence "this line is".
  func reason(for rule: String) -> String { cleaner.reason(for: rule) ?? rule }
}
