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

  private static func padded(_ number: some BinaryInteger, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
