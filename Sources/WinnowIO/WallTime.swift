import Glibc

/// A moment for people to read.
package enum WallTime {
  /// RFC 3339, UTC, with milliseconds.
  package static func text(_ nanoseconds: Int64 = Clock.wall) -> String {
    var seconds = time_t(nanoseconds / 1_000_000_000)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let date = [
      padded(Int(parts.tm_year) + 1900, 4), padded(parts.tm_mon + 1), padded(parts.tm_mday),
    ]
    let time = [padded(parts.tm_hour), padded(parts.tm_min), padded(parts.tm_sec)]
    let milliseconds = padded(Int(nanoseconds % 1_000_000_000 / 1_000_000), 3)
    return date.joined(separator: "-") + "T" + time.joined(separator: ":") + ".\(milliseconds)Z"
  }

  /// Reads RFC 3339, or a date alone, which is its midnight in UTC; nil for anything else.
  package static func nanoseconds(_ text: String) -> Int64? {
    let date = /(\d{4})-(\d\d)-(\d\d)/
    let time = /[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9})\d*)?(?:[Zz]|([+-])(\d\d):(\d\d))/
    guard let day = text.prefixMatch(of: date) else { return nil }
    var parts = tm()
    parts.tm_year = number(day.1) - 1900
    parts.tm_mon = number(day.2) - 1
    parts.tm_mday = number(day.3)
    var fraction: Int64 = 0
    var offset: Int64 = 0
    if day.range.upperBound < text.endIndex {
      guard let clock = text[day.range.upperBound...].wholeMatch(of: time) else { return nil }
      parts.tm_hour = number(clock.1)
      parts.tm_min = number(clock.2)
      parts.tm_sec = number(clock.3)
      fraction = Int64(((clock.4 ?? "") + "000000000").prefix(9)) ?? 0
      let minutes = Int64(number(clock.6 ?? "") * 60 + number(clock.7 ?? ""))
      offset = (clock.5 == "-" ? -60 : 60) * minutes
    }
    let asked = parts
    let seconds = Int64(timegm(&parts))
    // The C library makes the 2nd of March of the 30th of February.
    guard asked.tm_mon == parts.tm_mon, asked.tm_mday == parts.tm_mday,
      asked.tm_hour == parts.tm_hour, asked.tm_min == parts.tm_min, asked.tm_sec == parts.tm_sec
    else { return nil }
    let (whole, isTooFar) = (seconds - offset).multipliedReportingOverflow(by: 1_000_000_000)
    return isTooFar ? nil : whole + fraction
  }

  private static func number(_ digits: Substring) -> Int32 { Int32(digits) ?? 0 }

  private static func padded(_ number: some BinaryInteger, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
