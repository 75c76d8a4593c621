import Foundation
import Testing

@testable import WinnowService

@Suite struct PeriodTests {
  @Test("Days are counted as Foundation counts them")
  func days() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for number in stride(from: -140_000, through: 2_900_000, by: 977) {
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      guard let year = parts.year, let month = parts.month, let day = parts.day else { continue }
      #expect(CalendarDay(year: year, month: month, day: day)?.number == number)
      let text = String(format: "%04d-%02d-%02d", year, month, day)
      #expect("\(CalendarDay(number: number))" == text)
    }
  }

  @Test("Moments are read as RFC 3339 writes them, and nothing else is")
  func moments() throws {
    #expect(Moment("1970-01-02")?.milliseconds == 86_400_000)
    #expect(Moment("2026-11-28T21:00:00.123Z")?.milliseconds == 1_795_899_600_123)
    #expect(Moment("2026-11-28T22:30:00+01:30") == Moment("2026-11-28T21:00:00Z"))
    #expect(Moment("1969-12-31T23:59:59Z")?.day == CalendarDay(year: 1969, month: 12, day: 31))
    #expect(Moment("2026-03-01T00:30:00+01:00")?.day == CalendarDay(year: 2026, month: 2, day: 28))
    for text in [
      "", "yesterday", "2026-13-01", "2026-02-29", "2026-1-01", "2026-11-28T",
      "2026-11-28T24:00:00Z",
      "2026-11-28T21:00:00", "2026-11-28T21:00:00.Z", "2026-11-28 21:00:00Z", "2026-11-28Z",
      "2026-11-28T21:00:00Zx", "+026-11-28", "٢٠٢٦-11-28",
    ] { #expect(Moment(text) == nil, "\(text)") }
  }

  @Test("A day as the end is taken whole, a moment is not")
  func ends() throws {
    let day = try #require(Period(since: "2026-11-02", until: "2026-11-03"))
    #expect(!day.contains(Moment("2026-11-01T23:59:59.999Z")))
    #expect(day.contains(Moment("2026-11-02T00:00:00.000Z")))
    #expect(day.contains(Moment("2026-11-03T23:59:59.999Z")))
    #expect(!day.contains(Moment("2026-11-04T00:00:00.000Z")) && !day.contains(nil))
    let moment = try #require(Period(since: nil, until: "2026-11-03T00:00:00Z"))
    #expect(!moment.contains(Moment("2026-11-03T00:00:00.000Z")))
    #expect(Period(since: nil, until: nil)?.contains(nil) == true)
    #expect(Period(since: "2026-11-04", until: "2026-11-03") == nil)
    #expect(Period(since: "2026-11-03", until: "2026-11-03") != nil)
  }
}
