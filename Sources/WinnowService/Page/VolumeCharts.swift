/// How many documents came in on each day, altogether and from each source.
struct VolumeCharts {
  /// Sources with a picture of their own; the rest is summed.
  private static let mostSources = 11

  let totals: StoreTotals

  func write(to out: inout Markup) {
    guard let span = totals.days.span else { return out.block("p", "No record bears a date.") }
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
        + "\(Numerals.count(peak, "document")). \(totals.sources.missed("sources"))"
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
}

extension DayHistogram {
  /// All that was counted.
  fileprivate var total: Int { counts.values.reduce(0, +) }

  /// The column that has most, the first of them.
  fileprivate var highest: (column: Int, count: Int)? {
    counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
  }
}
