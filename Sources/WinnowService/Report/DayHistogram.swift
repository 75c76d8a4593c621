/// How often something was on each day, in bounded space: over a long time several days count as one.
struct DayHistogram {
  /// Half a year of days; columns of a picture have room, too.
  static let mostColumns = 186
  /// Days in a column; each a multiple of the one before, the last enough for all years of four digits.
  private static let steps = [1, 7, 28, 364, 3640, 36_400]

  /// How many days a column has.
  private(set) var step = 1
  /// By the number of the column.
  private(set) var counts: [Int: Int] = [:]
  /// The first and the last column that has something.
  private(set) var span: ClosedRange<Int>?

  /// Columns of whole weeks begin on a Monday, as 1969-12-29 was.
  private static let monday = 3

  mutating func add(_ day: CalendarDay) {
    let column = Self.floor(day.number + Self.monday, step)
    counts[column, default: 0] += 1
    widen(to: column)
    while let span, span.count > Self.mostColumns,
      let wider = Self.steps.first(where: { $0 > step })
    { coarsen(to: wider) }
  }

  /// Puts columns together until each has so many days.
  mutating func coarsen(to step: Int) {
    let finer = self
    self = DayHistogram()
    self.step = step
    for (column, count) in finer.counts {
      let wider = Self.floor(column * finer.step, step)
      counts[wider, default: 0] += count
      widen(to: wider)
    }
  }

  /// Takes away what another histogram of the same columns has.
  mutating func subtract(_ other: DayHistogram) {
    for (column, count) in other.counts { counts[column, default: 0] -= count }
  }

  func firstDay(of column: Int) -> Int { column * step - Self.monday }

  private mutating func widen(to column: Int) {
    span = span.map { min($0.lowerBound, column)...max($0.upperBound, column) } ?? column...column
  }

  private static func floor(_ number: Int, _ step: Int) -> Int {
    number >= 0 ? number / step : -((step - 1 - number) / step)
  }
}
