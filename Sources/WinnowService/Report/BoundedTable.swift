/// What is counted under one key.
protocol Tallied {
  init()
  /// How much it is: the largest are kept.
  var weight: Int { get }
}

/// Counts under any number of keys in bounded space.
///
/// When there are too many keys, the smaller half is forgotten. What is left may then be too low, by no
/// more than `mostMissed` (the counting of Misra and Gries, "Finding repeated elements", 1982, with half
/// a table thrown out at once).
struct BoundedTable<Tally: Tallied> {
  /// Nobody can fill the memory with long keys.
  private static var longestKey: Int { 120 }

  let mostKeys: Int
  private(set) var tallies: [String: Tally] = [:]
  /// The weight of all, forgotten ones too.
  private(set) var total = 0
  /// How much a count may be too low; 0 where nothing was forgotten.
  private(set) var mostMissed = 0

  init(mostKeys: Int) { self.mostKeys = mostKeys }

  mutating func add(_ key: String, _ change: (inout Tally) -> Void) {
    let key = Self.shortened(key)
    let before = tallies[key]?.weight ?? 0
    change(&tallies[key, default: Tally()])
    total += (tallies[key]?.weight ?? 0) - before
    if tallies.count > mostKeys { forgetSmall(but: key) }
  }

  /// The largest, in descending order, and what all others together weigh.
  func largest(_ count: Int) -> (rows: [(key: String, tally: Tally)], rest: Int) {
    let rows = sorted.suffix(count).reversed().map { (key: $0.key, tally: $0.value) }
    return (rows, total - rows.reduce(0) { $0 + $1.tally.weight })
  }

  private var sorted: [(key: String, value: Tally)] {
    tallies.sorted { ($0.value.weight, $1.key) < ($1.value.weight, $0.key) }
  }

  private mutating func forgetSmall(but newest: String) {
    let small = sorted.prefix(tallies.count - mostKeys / 2).filter { $0.key != newest }
    mostMissed += small.last?.value.weight ?? 0
    for entry in small { tallies[entry.key] = nil }
  }

  static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard
      let end = scalars.index(
        scalars.startIndex,
        offsetBy: longestKey,
        limitedBy: scalars.endIndex
      ), end < scalars.endIndex
    else { return text }
    return String(text[..<end]) + "…"
  }
}

/// A plain count.
struct Count: Tallied {
  var weight = 0
}
