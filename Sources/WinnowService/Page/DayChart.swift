import WinnowRecord

/// Columns over time, a column for each day or, over long periods, for some days together.
struct DayChart {
  let histogram: DayHistogram
  /// What the columns count, as `documents`.
  let unit: String
  /// The first and last column, empty ones too.
  let span: ClosedRange<Int>
  /// What a column of full height stands for.
  let height: Int
  /// What the picture says, for those who can't see it.
  let title: String

  /// Fewer columns than a month has don't fill the width: they would be walls.
  private static let fewest = 31

  var isShort: Bool { span.count < Self.fewest }

  /// The picture, a hundred units high and stretched to the width there is.
  func write(to out: inout Markup) {
    let attributes: Markup.Attributes = [
      "class": "days", "role": "img", "aria-label": title,
      "width": "\(min(100, span.count * 100 / Self.fewest))%", "height": "100",
      "viewBox": "0 0 \(span.count * 10) 100", "preserveAspectRatio": "none",
    ]
    out.inline("svg", attributes) { out in
      for (place, column) in span.enumerated() {
        guard let count = histogram.counts[column], count > 0 else { continue }
        // What there is of must be seen, however little it is.
        let tall = max(2, Double(count) / Double(max(1, height)) * 100)
        let rect: Markup.Attributes = [
          "x": "\(place * 10 + 1)", "width": "8", "y": Hundredths.text(100 - tall),
          "height": Hundredths.text(tall),
        ]
        let day = CalendarDay(number: histogram.firstDay(of: column))
        out.inline("rect", rect) {
          $0.inline("title", "\(day): \(Numerals.grouped(count)) \(unit)")
        }
      }
    }
  }
}
