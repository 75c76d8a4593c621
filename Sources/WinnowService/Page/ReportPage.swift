/// A page about what came into the store in a period.
struct ReportPage {
  /// Rows of a table, and sources with a picture of their own; the rest is summed.
  private static let mostRows = 20
  private static let mostSources = 11

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
        out.section("volume", "Volume", writeVolume)
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

  // MARK: volume

  private func writeVolume(to out: inout Markup) {
    guard let span = totals.days.span else { return }
    writeDays(span, to: &out)
    let (rows, _) = totals.sources.largest(Self.mostSources)
    // Without folders there is one source, and it has been shown.
    guard rows.contains(where: { !$0.key.isEmpty }) else { return }
    var rest = totals.days
    var multiples = rows.map { row in
      var days = row.tally.days
      days.coarsen(to: totals.days.step)
      rest.subtract(days)
      return (title: row.key.isEmpty ? "in no folder" : row.key, days: days)
    }
    if rest.total > 0 { multiples.append((title: "all other sources", days: rest)) }
    let peak = multiples.flatMap { $0.days.counts.values }.max() ?? 0
    out.block("h3", "By source")
    out.block(
      "p",
      ["class": "soft"],
      "The same days, all on one scale: the highest column is "
        + "\(Numerals.count(peak, "document")). \(missed(totals.sources, "sources"))"
    )
    out.block("div", ["class": "multiples"]) { out in
      for multiple in multiples {
        out.block("figure") { out in
          writeCaption(multiple.title, multiple.days, to: &out)
          chart(multiple.title, multiple.days, span, peak).write(to: &out)
        }
      }
    }
  }

  private func writeDays(_ span: ClosedRange<Int>, to out: inout Markup) {
    let days = totals.days
    let most = Numerals.grouped(days.highest?.count ?? 0)
    let title = "Documents every \(days.step == 1 ? "day" : "\(days.step) days"), at most \(most)"
    out.block("figure", ["class": "large"]) { out in
      writeCaption(title, days, to: &out)
      let chart = chart(title, days, span, days.highest?.count ?? 0)
      chart.write(to: &out)
      out.block("p", ["class": chart.isShort ? "axis short" : "axis", "aria-hidden": "true"]) {
        out in
        out.inline("span", "\(CalendarDay(number: days.firstDay(of: span.lowerBound)))")
        if span.count > 1 {
          out.inline("span", "\(CalendarDay(number: days.firstDay(of: span.upperBound)))")
        }
      }
      writeNumbers(days, span, to: &out)
    }
  }

  private func writeCaption(_ title: String, _ days: DayHistogram, to out: inout Markup) {
    out.block("figcaption") { out in
      out.inline("bdi", title)
      out.inline("span", ["class": "figure"], Numerals.grouped(days.total))
    }
  }

  private func chart(
    _ title: String,
    _ days: DayHistogram,
    _ span: ClosedRange<Int>,
    _ height: Int
  ) -> DayChart {
    let most = days.highest.map { highest in
      "most on \(CalendarDay(number: days.firstDay(of: highest.column))): "
        + Numerals.grouped(highest.count)
    }
    let sum = Numerals.count(days.total, "document")
    return DayChart(
      histogram: days,
      unit: "documents",
      span: span,
      height: height,
      title: "\(title): \(sum), \(most ?? "none")"
    )
  }

  private func writeNumbers(
    _ days: DayHistogram,
    _ span: ClosedRange<Int>,
    to out: inout Markup
  ) {
    out.block("details") { out in
      out.block("summary", "The numbers")
      out.block("table", ["class": "plain"]) { out in
        out.block("caption", days.step == 1 ? "By day" : "By the first of \(days.step) days")
        out.block("thead") { out in
          out.block("tr") { out in
            out.inline("th", ["scope": "col"], "Day")
            out.inline("th", ["scope": "col", "class": "figure"], "Documents")
          }
        }
        out.block("tbody") { out in
          for column in span {
            guard let count = days.counts[column], count > 0 else { continue }
            out.block("tr") { out in
              let day = CalendarDay(number: days.firstDay(of: column))
              out.inline("th", ["scope": "row"], "\(day)")
              out.inline("td", ["class": "figure"], Numerals.grouped(count))
            }
          }
        }
      }
    }
  }

  // MARK: tables

  private func writeRules(to out: inout Markup) {
    totals.removals.table(
      "How much of all text each rule took out, and in how many places. "
        + missed(totals.removals.rules, "rules"),
      most: Self.mostRows,
      reason: report.reason
    ).write(to: &out)
  }

  private func writeNames(to out: inout Markup) {
    let (rows, rest) = totals.names.largest(Self.mostRows)
    if rows.isEmpty { return out.block("p", "No names were found.") }
    BarTable(
      caption: "The most frequent names, in the spellings that came in. "
        + missed(totals.names, "names"),
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
      caption: caption,
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

  /// What bounded space may have cost.
  private func missed<Tally>(_ table: BoundedTable<Tally>, _ what: String) -> String {
    if table.mostMissed == 0 { return "" }
    return "There were too many \(what) to keep count of all: a figure may be too low by up to "
      + "\(Numerals.grouped(table.mostMissed))."
  }
}

extension StoreReport {
  /// The report as a page of HTML.
  package var page: [UInt8] { ReportPage(self).bytes }
}

extension DayHistogram {
  /// All that was counted.
  fileprivate var total: Int { counts.values.reduce(0, +) }

  /// The column that has most, the first of them.
  fileprivate var highest: (column: Int, count: Int)? {
    counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
  }
}
