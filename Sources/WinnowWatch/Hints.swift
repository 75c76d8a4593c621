import WinnowIO

/// Places to look at, told by events: bounded, for one scan stands in for any number of them.
struct Hints {
  /// One place that an event was about.
  enum Hint: Hashable, Sendable {
    case file(Path)
    case directory(Path)
  }

  /// What was told since the last look.
  struct Batch: Sendable {
    var places: [Hint] = []
    /// More than could be remembered, or nobody knows what.
    var everything = false
  }

  static let limit = 4_096

  private var batch = Batch()
  private var known: Set<Hint> = []

  var isEmpty: Bool { batch.places.isEmpty && !batch.everything }

  mutating func add(_ hint: Hint) {
    if batch.everything || !known.insert(hint).inserted { return }
    if known.count > Self.limit {
      addEverything()
    } else {
      batch.places.append(hint)
    }
  }

  mutating func addEverything() {
    batch = Batch(everything: true)
    known.removeAll()
  }

  mutating func take() -> Batch {
    defer { self = Hints() }
    return batch
  }
}
