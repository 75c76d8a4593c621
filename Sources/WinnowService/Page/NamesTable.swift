import WinnowNames
import WinnowRecord

/// Whom the names of a document mean, how they are spelt, and why.
struct NamesTable {
  let notes: [NameNotes.Note]

  func write(to out: inout Markup) {
    if notes.isEmpty { return out.block("p", "No names were found.") }
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
        for (place, note) in notes.enumerated() { write(note, place + 1, to: &out) }
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
}

extension Mention {
  /// What is done about it.
  fileprivate var fate: String {
    switch action {
    case .keep: "\(kind.rawValue), spelt as wanted"
    case .rewrite: "\(kind.rawValue), respelt"
    case .annotate: "\(kind.rawValue), \(name.map { "perhaps \($0)" } ?? "one of several")"
    }
  }
}
