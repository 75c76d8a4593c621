/// A page about what came into the store in a period.
struct ReportPage {
  /// Rows of a table; the rest is summed.
  private static let mostRows = 20

  private let report: StoreReport
  private let totals: StoreTotals

  init(_ report: StoreReport) {
    self.report = report
    totals = report.totals
  }

  var bytes: [UInt8] {
    PageFrame.page(title: "winnow: \(report.period.sentence)") { out in
      out.block("header") { out in
        out.block("p", ["class": "kicker"], "winnow report")
        out.block("h1", heading)
        out.block("p", ["class": "soft"], subtitle)
        out.facts(facts)
        if totals.documents > 0 {
          out.contents([
            ("volume", "Volume"), ("removed", "What was removed"), ("names", "Names"),
            ("languages", "Languages"), ("quarantine", "Quarantine"), ("store", "The store"),
          ])
        }
      }
      if totals.documents > 0 {
        out.section("volume", "Volume", VolumeCharts(totals: totals).write)
        out.block("div", ["class": "pair"]) { out in
          out.section("removed", "What was removed", writeRules)
          out.section("names", "Names", writeNames)
        }
      }
      out.block("div", ["class": "pair"]) { out in
        if totals.documents > 0 { out.section("languages", "Languages", writeLanguages) }
        out.section("quarantine", "Quarantine", writeQuarantine)
      }
      out.section("store", "The store", writeStore)
    }
  }

  private var heading: String {
    guard let first = totals.first, let last = totals.last else {
      return totals.documents == 0 ? "No records" : "Records that bear no date"
    }
    return first == last ? "\(first)" : "\(first) to \(last)"
  }

  private var subtitle: String {
    let undated = totals.undated == 0 ? "" : "; \(Numerals.grouped(totals.undated)) bear no date"
    return "Asked for: \(report.period.sentence)\(undated). Days and times are UTC."
  }

  private var facts: [(term: String, value: String)] {
    [
      ("Documents", Numerals.grouped(totals.documents)), ("Received", Numerals.size(totals.bytes)),
      ("Text removed", totals.removals.share),
      ("Names", Numerals.grouped(totals.mentions)), ("Respelt", Numerals.grouped(totals.rewritten)),
      ("Set aside", Numerals.grouped(report.setAside.total)),
    ]
  }

  private func writeRules(to out: inout Markup) {
    totals.removals.write(
      to: &out,
      "How much of all text each rule took out, and in how many places. "
        + totals.removals.rules.missed("rules"),
      most: Self.mostRows,
      reason: report.reason
    )
  }

  private func writeNames(to out: inout Markup) {
    let (rows, rest) = totals.names.largest(Self.mostRows)
    if rows.isEmpty { return out.block("p", "No names were found.") }
    BarTable(
      caption: "The most frequent names, in the spellings that came in. "
        + totals.names.missed("names"),
      columns: ["Name", "Mentions", "Respelt"],
      rows: rows.map { _, tally in
        BarTable.Row(
          label: tally.name,
          note: Self.listed(tally.spellings),
          length: tally.weight,
          figures: [Numerals.grouped(tally.weight), Numerals.grouped(tally.rewritten)]
        )
      },
      rest: rest > 0 ? ["all other names", Numerals.grouped(rest), ""] : []
    ).write(to: &out)
  }

  private static func listed(_ spellings: BoundedTable<Count>) -> String {
    let (rows, rest) = spellings.largest(8)
    let listed = rows.map { "\($0.key) \(Numerals.grouped($0.tally.weight))" }
    return (listed + (rest > 0 ? ["others \(Numerals.grouped(rest))"] : []))
      .joined(separator: " · ")
  }

  private func writeLanguages(to out: inout Markup) {
    writeCounts(
      totals.languages,
      "Documents by the language of their text, as its BCP 47 tag.",
      columns: ["Language", "Documents"],
      nameless: "too short to tell",
      to: &out
    )
  }

  private func writeQuarantine(to out: inout Markup) {
    if report.setAside.total == 0 { return out.block("p", "No file was set aside.") }
    writeCounts(
      report.setAside,
      "Files in the quarantine by the reason for which they were set aside.",
      columns: ["Reason", "Files"],
      nameless: "no reason",
      to: &out
    )
  }

  private func writeCounts(
    _ table: BoundedTable<Count>,
    _ caption: String,
    columns: [String],
    nameless: String,
    to out: inout Markup
  ) {
    let (rows, rest) = table.largest(Self.mostRows)
    BarTable(
      caption: "\(caption) \(table.missed("kinds"))",
      columns: columns,
      rows: rows.map { key, tally in
        BarTable.Row(
          label: key.isEmpty ? nameless : key,
          length: tally.weight,
          figures: [Numerals.grouped(tally.weight)]
        )
      },
      rest: rest > 0 ? ["all others", Numerals.grouped(rest)] : []
    ).write(to: &out)
  }

  private func writeStore(to out: inout Markup) {
    let damages = Numerals.count(report.damages, "line or segment is", "lines or segments are")
    out.block(
      "p",
      report.damages == 0
        ? "Every line that was read is a whole record."
        : "\(damages) damaged and not counted; winnow verify tells more."
    )
    if !report.damage.isEmpty {
      out.block("ul", ["class": "found"]) { out in
        for sentence in report.damage { out.block("li", sentence) }
      }
    }
    out.block("p", ["class": "soft"], "Read at \(report.when).")
  }
}

extension BoundedTable {
  /// What bounded space may have cost, for a person; empty where it cost nothing.
  func missed(_ what: String) -> String {
    if mostMissed == 0 { return "" }
    return "There were too many \(what) to keep count of all: a figure may be too low by up to "
      + "\(Numerals.grouped(mostMissed))."
  }
}

extension StoreReport {
  /// The report as a page of HTML.
  package var page: [UInt8] { ReportPage(self).bytes }
}
