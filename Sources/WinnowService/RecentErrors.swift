import WinnowIO

/// The last few things that went wrong, each once, with the time when it last did.
package struct RecentErrors: Equatable, Sendable {
  package struct Entry: Equatable, Sendable {
    /// Nanoseconds since 1970.
    package let when: Int64
    /// One line.
    package let what: String
  }

  private static let most = 5
  private static let longest = 500

  /// The newest last.
  package private(set) var entries: [Entry] = []

  package init() {}

  package mutating func add(_ what: String, when: Int64 = Clock.wall) {
    let what = String(what.prefix(Self.longest))
    entries.removeAll { $0.what == what }
    let place = entries.firstIndex { $0.when > when } ?? entries.endIndex
    entries.insert(Entry(when: when, what: what), at: place)
    entries.removeFirst(max(0, entries.count - Self.most))
  }

  /// These and others, still only the last few.
  package func joined(with others: RecentErrors) -> RecentErrors {
    var all = self
    for entry in others.entries { all.add(entry.what, when: entry.when) }
    return all
  }
}
