import WinnowText

/// A page whose lines somebody has told article and boilerplate apart.
struct LabelledPage: Sendable {
  /// The folder that it is in.
  let set: String
  let id: String
  /// How much of the page the text has: `raw`, `light`, `nolink`.
  let tier: String
  let site: String
  let language: String
  let document: Document
  let truth: PageTruth

  /// A page from its text, with one kind of newline, a letter for each line of it, and `gold`, the
  /// article alone.
  init(
    set: String,
    id: String,
    tier: String,
    site: String,
    language: String,
    text: [UInt8],
    labels: [UInt8],
    gold: [UInt8]
  ) {
    self.set = set
    self.id = id
    self.tier = tier
    self.site = site
    self.language = language
    let document = Document(utf8: text)
    self.document = document
    let numbers = Self.sourceLines(document, text)
    let texts = Self.originals(document)
    let lines = zip(texts, numbers).map { text, number in
      PageTruth.Line(
        label: number < labels.count ? labels[number] : UInt8(ascii: "?"),
        source: number,
        text: text.kept,
        removed: text.removed
      )
    }
    truth = PageTruth(lines: lines, gold: Tokens.split(utf8: gold))
  }

  /// Each line of the document as it was spelt before it was normalised, and what was taken out of it.
  private static func originals(_ document: Document) -> [(kept: [UInt8], removed: [UInt8])] {
    var edits = document.edits[...]
    return document.lines.map { line in
      var kept: [UInt8] = []
      var removed: [UInt8] = []
      var at = line.lowerBound
      while let edit = edits.first, edit.at.upperBound <= line.upperBound {
        edits.removeFirst()
        let was = document.originalText(of: edit)
        if edit.at.isEmpty {
          if edit.rule != TextRule.blank { removed += was }
        } else if edit.at.lowerBound >= at {
          kept += document.text[at..<edit.at.lowerBound] + was
          at = edit.at.upperBound
        }
      }
      return (kept + document.text[at..<line.upperBound], removed)
    }
  }

  /// For each line of the document the number of the line that it is in the original.
  private static func sourceLines(_ document: Document, _ text: [UInt8]) -> [Int] {
    var numbers: [Int] = []
    var edit = 0
    var shift = 0
    var number = 0
    var at = 0
    for line in document.lines {
      while edit < document.edits.count, document.edits[edit].at.upperBound <= line.lowerBound {
        shift += document.edits[edit].was.count - document.edits[edit].at.count
        edit += 1
      }
      let place = min(line.lowerBound + shift, text.count)
      while at < place {
        if text[at] == 0x0A { number += 1 }
        at += 1
      }
      numbers.append(number)
    }
    return numbers
  }
}
