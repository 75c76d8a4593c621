import Testing

@testable import WinnowService

@Suite struct RecentErrorsTests {
  @Test("The last five are kept, each once, in the order of their times")
  func few() {
    var errors = RecentErrors()
    for number in 1...6 { errors.add("\(number)", when: Int64(number)) }
    errors.add("3", when: 7)
    #expect(errors.entries.map(\.what) == ["2", "4", "5", "6", "3"])
    #expect(errors.entries.last?.when == 7)
    var others = RecentErrors()
    others.add("between", when: 5)
    #expect(errors.joined(with: others).entries.map(\.what) == ["4", "5", "between", "6", "3"])
  }

  @Test("An error as long as a path may be is cut")
  func long() {
    var errors = RecentErrors()
    errors.add(String(repeating: "x", count: 5000), when: 1)
    #expect(errors.entries.map(\.what.count) == [500])
  }

  @Test("The pace is that of the last minute")
  func pace() {
    var pace = Pace()
    #expect(pace.perSecond == nil)
    for second: Int64 in 0...200 {
      pace.note(second < 100 ? 0 : Int(second - 100) * 3, at: second * 1_000_000_000)
    }
    #expect(pace.perSecond == 3)
    pace.note(300, at: 230_000_000_000)
    #expect(pace.perSecond == 1.5)
  }
}
