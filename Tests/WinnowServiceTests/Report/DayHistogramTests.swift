import Testing

@testable import WinnowService

@Suite struct DayHistogramTests {
  @Test("Ten thousand years are put into columns of many days, and none is lost")
  func histogram() throws {
    var days = DayHistogram()
    for number in 0..<186 { days.add(CalendarDay(number: number)) }
    #expect(days.step == 1 && days.counts.count == 186)
    days.add(CalendarDay(number: 186))
    #expect(days.step == 7)
    // 1970-01-05 was a Monday.
    #expect(days.firstDay(of: 1) == 4 && days.counts[1] == 7)
    for year in 0...9999 {
      days.add(try #require(CalendarDay(year: year, month: 7, day: 1)))
      #expect((days.span?.count ?? 0) <= DayHistogram.mostColumns)
    }
    #expect(days.counts.values.reduce(0, +) == 10_187)
  }
}
