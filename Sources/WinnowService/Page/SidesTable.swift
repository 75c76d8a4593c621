import WinnowNames

/// The original and the cleaned text side by side, each paragraph in a row.
struct SidesTable {
  let explanation: Explanation
  let rows: [SideBySide.Row]
  let names: NameNotes

  func write(to out: inout Markup) {
    if rows.isEmpty { return out.block("p", "There is no text in it.") }
    writeKey(to: &out)
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

  private func writeKey(to out: inout Markup) {
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
}

extension Mention {
  /// What it stands for, and why, in a line.
  fileprivate var meaning: String {
    let others = candidates.map(\.name).joined(separator: " or ")
    return "\(name ?? others) (\(entity ?? "open")): \(why)"
  }
}
