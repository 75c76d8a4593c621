/// A moment as RFC 3339 writes it, or a day alone.
struct Moment: Equatable {
  let day: CalendarDay
  /// Milliseconds since 1970.
  let milliseconds: Int
  /// Whether no time of day was said: then it is the beginning of the day in UTC.
  let isDay: Bool

  /// Reads `2026-11-28`, `2026-11-28T21:00:00Z` or `2026-11-28T22:00:00.000+01:00`; nil for others.
  init?(_ text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    func number(_ digits: Int) -> Int? {
      let part = rest.prefix(digits)
      guard part.count == digits, part.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      rest = rest.dropFirst(digits)
      return part.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    func take(_ mark: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: mark) else { return false }
      rest = rest.dropFirst()
      return true
    }
    guard let year = number(4), take("-"), let month = number(2), take("-"), let date = number(2),
      let day = CalendarDay(year: year, month: month, day: date)
    else { return nil }
    isDay = rest.isEmpty
    if isDay {
      self.day = day
      milliseconds = day.number * 86_400_000
      return
    }
    guard take("T"), let hour = number(2), hour < 24, take(":"), let minute = number(2),
      minute < 60,
      take(":"), let second = number(2), second <= 60
    else { return nil }
    var thousandths = 0
    if take(".") {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty else { return nil }
      rest = rest.dropFirst(digits.count)
      for place in 0..<3 {
        let digit = digits.dropFirst(place).first.map { Int($0 - 0x30) } ?? 0
        thousandths = thousandths * 10 + digit
      }
    }
    var ahead = 0
    if !take("Z") {
      let isBehind = take("-")
      guard isBehind || take("+"), let hours = number(2), hours < 24, take(":"),
        let minutes = number(2), minutes < 60
      else { return nil }
      ahead = (hours * 60 + minutes) * (isBehind ? -1 : 1)
    }
    guard rest.isEmpty else { return nil }
    let seconds = day.number * 86_400 + (hour * 60 + minute - ahead) * 60 + second
    milliseconds = seconds * 1000 + thousandths
    self.day = CalendarDay(number: Int((Double(milliseconds) / 86_400_000).rounded(.down)))
  }
}
