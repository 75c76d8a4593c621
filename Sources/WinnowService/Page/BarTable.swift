import WinnowRecord

/// A table of figures with a bar under each label: it reads as a table, and looks like a bar chart.
struct BarTable {
  struct Row {
    let label: String
    /// What is said of it in smaller letters.
    var note = ""
    /// How long the bar is, beside those of the other rows.
    let length: Int
    /// One figure for each column after the first.
    let figures: [String]
  }

  let caption: String
  let columns: [String]
  let rows: [Row]
  /// The label and figures of all that is not shown; empty where all is.
  var rest: [String] = []

  func write(to out: inout Markup) {
    let longest = rows.map(\.length).max() ?? 0
    out.block("table", ["class": "bars"]) { out in
      out.block("caption", caption)
      out.block("thead") { out in
        out.block("tr") { out in
          for (number, column) in columns.enumerated() {
            out.inline("th", ["scope": "col", "class": number > 0 ? "figure" : nil], column)
          }
        }
      }
      out.block("tbody") { out in
        for row in rows { write(row, longest, to: &out) }
        if let label = rest.first { writeRest(label, to: &out) }
      }
    }
  }

  private func write(_ row: Row, _ longest: Int, to out: inout Markup) {
    out.block("tr") { out in
      out.inline("th", ["scope": "row"]) { out in
        out.inline("bdi", row.label)
        if !row.note.isEmpty {
          out.inline("span", ["class": "note"]) { $0.inline("bdi", row.note) }
        }
        if longest > 0 {
          let width = Hundredths.text(Double(row.length) / Double(longest) * 100)
          out.inline(
            "svg",
            ["viewBox": "0 0 100 1", "preserveAspectRatio": "none", "aria-hidden": "true"]
          ) { $0.inline("rect", ["width": width, "height": "1"], "") }
        }
      }
      for figure in row.figures { out.inline("td", ["class": "figure"], figure) }
    }
  }

  private func writeRest(_ label: String, to out: inout Markup) {
    out.block("tr", ["class": "rest"]) { out in
      out.inline("th", ["scope": "row"], label)
      for figure in rest.dropFirst() { out.inline("td", ["class": "figure"], figure) }
    }
  }
}
