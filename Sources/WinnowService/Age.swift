/// How long something is ago, for people.
enum Age {
  /// Two units at most: `3 s`, `4 min 5 s`, `2 h 10 min`, `3 d 4 h`.
  static func text(_ seconds: Int) -> String {
    let units = [(86_400, "d"), (3600, "h"), (60, "min"), (1, "s")]
    let first = units.firstIndex { seconds >= $0.0 } ?? units.count - 1
    let (length, unit) = units[first]
    let text = "\(seconds / length) \(unit)"
    guard first + 1 < units.count else { return text }
    let rest = seconds % length / units[first + 1].0
    return rest == 0 ? text : "\(text) \(rest) \(units[first + 1].1)"
  }
}
