import Testing
import WinnowIO

@Suite struct WallTimeTests {
  @Test(
    "A moment is read as it is written",
    arguments: [
      ("1970-01-01T00:00:00.000Z", 0),
      ("2026-01-02T03:04:05.678Z", 1_767_323_045_678_000_000),
      ("2024-02-29T23:59:59.999Z", 1_709_251_199_999_000_000),
    ]
  )
  func both(text: String, nanoseconds: Int64) {
    #expect(WallTime.nanoseconds(text) == nanoseconds)
    #expect(WallTime.text(nanoseconds) == text)
  }

  @Test(
    "Offsets, fractions and dates alone are understood",
    arguments: [
      ("2026-01-02", "2026-01-02T00:00:00.000Z"),
      ("2026-01-02T03:04:05Z", "2026-01-02T03:04:05.000Z"),
      ("2026-01-02T03:04:05+01:30", "2026-01-02T01:34:05.000Z"),
      ("2026-01-02T03:04:05.5-03:00", "2026-01-02T06:04:05.500Z"),
      ("2026-01-02t03:04:05.1234567891z", "2026-01-02T03:04:05.123Z"),
    ]
  )
  func forms(text: String, canonical: String) {
    #expect(WallTime.nanoseconds(text).map { WallTime.text($0) } == canonical)
  }

  @Test(
    "What is no moment is refused",
    arguments: [
      "", "now", "2026", "2026-02-30", "2026-13-01", "2026-01-02T25:00:00Z", "2026-01-02T03:04:05",
      "2026-01-02 03:04:05Z ", "2026-01-02T03:04Z", "9999-01-01",
    ]
  )
  func refused(text: String) {
    #expect(WallTime.nanoseconds(text) == nil)
  }
}
