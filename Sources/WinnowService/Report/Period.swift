/// The time that a report is about: all of it, unless told otherwise.
package struct Period: Equatable {
  /// In milliseconds since 1970.
  private let start: Int?
  private let end: Int?
  /// The period for a person.
  let sentence: String

  /// Reads two moments; nil where one of them is no moment, or no time is between them.
  ///
  /// A day as the end is taken whole.
  package init?(since: String?, until: String?) {
    let (first, last) = (since.map { Moment($0) }, until.map { Moment($0) })
    if case .some(.none) = first { return nil }
    if case .some(.none) = last { return nil }
    start = first??.milliseconds
    end = last.flatMap { $0 }.map { $0.milliseconds + ($0.isDay ? 86_400_000 : 0) }
    if let start, let end, end <= start { return nil }
    switch (since, until) {
    case (nil, nil): sentence = "all of the store"
    case (let since?, nil): sentence = "since \(since)"
    case (nil, let until?): sentence = "until \(until)"
    case (let since?, let until?): sentence = "from \(since) until \(until)"
    }
  }

  /// Whether all time is meant, so that even what bears no date belongs to it.
  var isEndless: Bool { start == nil && end == nil }

  func contains(_ moment: Moment?) -> Bool {
    guard let moment else { return isEndless }
    return moment.milliseconds >= start ?? .min && moment.milliseconds < end ?? .max
  }
}
