/// How fast something grows, over the last minute.
struct Pace {
  private static let window: Int64 = 60_000_000_000
  private var looks: [(when: Int64, count: Int)] = []

  /// Takes a look at a count, by the monotonic clock.
  mutating func note(_ count: Int, at now: Int64) {
    looks.append((now, count))
    looks.removeAll { $0.when < now - Self.window }
  }

  /// A second's growth; nil before the second look.
  var perSecond: Double? {
    guard let first = looks.first, let last = looks.last, last.when > first.when else { return nil }
    return Double(last.count - first.count) / (Double(last.when - first.when) / 1e9)
  }
}
