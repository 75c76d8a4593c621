import WinnowNames
import WinnowText

/// A page about one document: what stays, what goes and why, and whom its names mean.
struct ExplanationPage {
  private static let mostRules = 50

  private let explanation: Explanation
  private let file: String
  private let rows: [SideBySide.Row]
  private let names: NameNotes
  private let removals: Removals

  init(_ explanation: Explanation, file: String) {
    self.explanation = explanation
    self.file = file
    let document = explanation.document
    rows = SideBySide(document, explanation.names).rows
    names = NameNotes(explanation.names)
    var removals = Removals()
    removals.add(text: document.text.scalarCount)
    for edit in document.edits {
      removals.add(
        AppliedRule(edit.rule),
        was: document.originalText(of: edit).scalarCount,
        now: document.text[edit.at].scalarCount
      )
    }
    self.removals = removals
  }

  var bytes: [UInt8] {
    PageFrame.page(title: "\(explanation.title ?? file): winnow") { out in
      out.block("header") { out in
        out.block("p", ["class": "kicker"]) { out in
          out.text("winnow explain ")
          out.inline("bdi", file)
        }
        out.block("h1", ["lang": explanation.language, "dir": "auto"], heading)
        out.facts(facts)
        out.contents([
          ("text", "Original and cleaned text"), ("removed", "What was removed"),
          ("names", "Names"), ("spelling", "How it was written"),
        ])
      }
      out.section("text", "Original and cleaned text") {
        SidesTable(explanation: explanation, rows: rows, names: names).write(to: &$0)
      }
      out.section("removed", "What was removed", writeRules)
      out.section("names", "Names") { NamesTable(notes: names.notes).write(to: &$0) }
      out.section("spelling", "How it was written", writeSpelling)
    }
  }

  private var heading: String { explanation.title ?? "No headline was found" }

  private var facts: [(term: String, value: String)] {
    let encoding = explanation.document.decoded.encoding.rawValue
    let removed = rows.reduce(0) { count, row in
      if case .removed(let lines, _) = row { count + lines.count } else { count }
    }
    let kept = rows.reduce(0) { if case .paragraph = $1 { $0 + 1 } else { $0 } }
    let respelt = names.notes.filter { $0.mention.action == .rewrite }.reduce(0) { $0 + $1.times }
    return [
      ("Text removed", removals.share),
      ("Lines", "\(Numerals.grouped(removed)) of \(Numerals.grouped(removed + kept)) removed"),
      (
        "Names",
        "\(Numerals.grouped(explanation.names.count)), \(Numerals.grouped(respelt)) respelt"
      ),
      ("Language", explanation.language ?? "too short to tell"), ("Encoding", encoding),
      ("Size", Numerals.size(explanation.bytes)),
    ]
  }

  private func writeRules(to out: inout Markup) {
    removals.write(
      to: &out,
      "How much of the text each rule takes out, and in how many places.",
      most: Self.mostRules,
      reason: explanation.reason
    )
  }

  private func writeSpelling(to out: inout Markup) {
    if explanation.spellings.isEmpty {
      return out.block("p", "Nothing was changed about how the text is written.")
    }
    out.block("ul") { out in
      for spelling in explanation.spellings {
        out.block("li") { out in
          out.text("\(Numerals.count(spelling.count, "time")) ")
          out.inline("code", spelling.rule)
          out.text(" \(spelling.why)")
        }
      }
    }
  }
}

extension Explanation {
  /// The same as a page of HTML.
  package func page(file: String) -> [UInt8] { ExplanationPage(self, file: file).bytes }
}

extension Collection<UInt8> {
  /// Scalars of well-formed UTF-8.
  fileprivate var scalarCount: Int { reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } }
}
