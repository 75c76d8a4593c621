import WinnowNames
import WinnowRecord
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
      out.section("text", "Original and cleaned text", writeText)
      out.section("removed", "What was removed", writeRules)
      out.section("names", "Names", writeNames)
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

  // MARK: the text

  private func writeText(to out: inout Markup) {
    if rows.isEmpty { return out.block("p", "There is no text in it.") }
    out.block("p", ["class": "key"]) { out in
      out.inline("del", "What goes")
      out.text(" is struck through, and its reason stands beside it. Names: ")
      out.inline("a", ["class": "name keep", "href": "#names"], "spelt as wanted")
      out.text(", ")
      out.inline("a", ["class": "name rewrite", "href": "#names"], "respelt")
      out.text(" ")
      out.inline("del", ["class": "was"], "from this")
      out.text(", ")
      out.inline("a", ["class": "name annotate", "href": "#names"], "open")
      out.text(".")
    }
    out.block("table", ["class": "sides", "role": "table"]) { out in
      out.block(
        "caption",
        "Every paragraph, before and after. The numbers lead to the names and back."
      )
      out.block("thead", ["role": "rowgroup"]) { out in
        out.block("tr", ["role": "row"]) { out in
          out.inline("th", ["scope": "col", "role": "columnheader"], "Original")
          out.inline("th", ["scope": "col", "role": "columnheader"], "Cleaned")
        }
      }
      out.block("tbody", ["role": "rowgroup"]) { out in
        var seen: Set<Int> = []
        for row in rows { write(row, &seen, to: &out) }
      }
    }
  }

  private func write(_ row: SideBySide.Row, _ seen: inout Set<Int>, to out: inout Markup) {
    switch row {
    case .removed(let lines, let rule):
      out.block("tr", ["role": "row", "class": "gone"]) { out in
        cell("original", to: &out) { out in
          for line in lines {
            out.block("p") { $0.inline("del", line) }
          }
        }
        out.block("td", ["role": "cell", "class": "reason"]) { out in
          writeReason(rule, to: &out)
        }
      }
    case .paragraph(let original, let cleaned):
      let isSame = original.text == cleaned.text
      var first: Set<Int> = []
      for case .name(let mention) in cleaned.map(\.role) {
        if seen.insert(names.numbers[mention]).inserted { first.insert(mention) }
      }
      out.block("tr", ["role": "row", "class": isSame ? "same" : "changed"]) { out in
        cell("original", to: &out) { out in out.block("p") { write(original, first, to: &$0) } }
        cell("cleaned", to: &out) { out in
          out.block("p") { write(cleaned, first, to: &$0) }
          for case .removed(let rule) in original.map(\.role) {
            out.block("p", ["class": "reason", "lang": "en", "dir": "ltr"]) {
              writeReason(rule, to: &$0)
            }
          }
        }
      }
    }
  }

  /// A cell in the document's own language and direction.
  private func cell(
    _ name: StaticString,
    to out: inout Markup,
    _ content: (inout Markup) -> Void
  ) {
    out.block(
      "td",
      ["role": "cell", "class": "\(name)", "lang": explanation.language ?? "", "dir": "auto"],
      content
    )
  }

  private func write(
    _ pieces: [SideBySide.Piece],
    _ first: Set<Int>,
    to out: inout Markup
  ) {
    for piece in pieces {
      switch piece.role {
      case .plain: out.text(piece.text)
      case .removed: out.inline("del", piece.text)
      case .respelt: out.inline("del", ["class": "was"], piece.text)
      case .name(let place):
        write(name: place, piece.text, isFirst: first.contains(place), to: &out)
      }
    }
  }

  private func write(name place: Int, _ text: String, isFirst: Bool, to out: inout Markup) {
    let mention = explanation.names[place]
    let number = names.numbers[place]
    let attributes: Markup.Attributes = [
      "class": "name \(mention.action.rawValue)", "href": "#name-\(number)",
      "id": isFirst ? "at-\(number)" : nil, "title": mention.meaning,
    ]
    out.inline("a", attributes) { out in
      out.text(text)
      out.inline("sup", mention.action == .annotate ? "\(number)?" : "\(number)")
    }
    if mention.action == .rewrite {
      out.text(" ")
      out.inline("del", ["class": "was"], mention.surface)
    }
  }

  private func writeReason(_ rule: String, to out: inout Markup) {
    let applied = AppliedRule(rule)
    out.inline("code", applied.id)
    out.text(" \(explanation.reason(for: rule))")
    if !applied.found.isEmpty { out.text(": \(applied.found)") }
  }

  // MARK: what follows the text

  private func writeRules(to out: inout Markup) {
    if removals.rules.total == 0 { return out.block("p", "Nothing was removed.") }
    removals.table(
      "How much of the text each rule takes out, and in how many places.",
      most: Self.mostRules,
      reason: explanation.reason
    ).write(to: &out)
  }

  private func writeNames(to out: inout Markup) {
    if names.notes.isEmpty { return out.block("p", "No names were found.") }
    out.block("table", ["class": "notes", "role": "table"]) { out in
      out.block("caption", "Whom the names mean, how they are spelt, and why.")
      out.block("thead", ["role": "rowgroup"]) { out in
        out.block("tr", ["role": "row"]) { out in
          for column in ["Name", "Stands for", "Why"] {
            out.inline("th", ["scope": "col", "role": "columnheader"], column)
          }
        }
      }
      out.block("tbody", ["role": "rowgroup"]) { out in
        for (place, note) in names.notes.enumerated() { write(note, place + 1, to: &out) }
      }
    }
  }

  private func write(_ note: NameNotes.Note, _ number: Int, to out: inout Markup) {
    let mention = note.mention
    out.block("tr", ["role": "row", "id": "name-\(number)"]) { out in
      out.inline("th", ["scope": "row", "role": "rowheader"]) { out in
        out.inline("a", ["href": "#at-\(number)", "aria-label": "to name \(number) in the text"]) {
          $0.text("\(number)")
        }
        out.text(" ")
        if mention.action == .rewrite {
          out.inline("bdi", mention.name ?? "")
          out.text(" ")
          out.inline("del", ["class": "was"], mention.surface)
        } else {
          out.inline("bdi", mention.surface)
        }
        if note.times > 1 { out.inline("span", ["class": "note"], "\(note.times) times") }
      }
      out.inline("td", ["role": "cell"]) { out in
        out.text("\(mention.fate) ")
        if let entity = mention.entity { out.inline("code", entity) }
        if !mention.candidates.isEmpty {
          out.inline("ul") { out in
            for candidate in mention.candidates {
              out.inline("li") { out in
                out.inline("bdi", candidate.name)
                out.text(" ")
                out.inline("code", candidate.entity)
              }
            }
          }
        }
      }
      out.inline("td", ["role": "cell"]) { out in
        out.text(mention.why)
        out.inline("span", ["class": "note"], "confidence \(Hundredths.text(mention.confidence))")
      }
    }
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

extension Mention {
  /// What is done, and what it stands for.
  fileprivate var fate: String {
    switch action {
    case .keep: "\(kind.rawValue), spelt as wanted"
    case .rewrite: "\(kind.rawValue), respelt"
    case .annotate:
      candidates.isEmpty ? "\(kind.rawValue), perhaps \(name ?? "")" : "one of several"
    }
  }

  /// The same in a line.
  fileprivate var meaning: String {
    let others = candidates.map(\.name).joined(separator: " or ")
    return "\(name ?? others) (\(entity ?? "open")): \(why)"
  }
}

extension Collection<UInt8> {
  /// Scalars of well-formed UTF-8.
  fileprivate var scalarCount: Int { reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } }
}
