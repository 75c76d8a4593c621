import WinnowStore

/// What a daemon has done since it started.
package struct Tally: Sendable, Equatable {
  package var stored = 0
  package var duplicates = 0
  package var quarantined = 0
  /// Bytes of the documents stored.
  package var bytes = 0
  /// One line; nil while nothing went wrong.
  package var lastError: String?

  mutating func count(_ outcome: Outcome, bytes size: Int) {
    switch outcome {
    case .stored:
      stored += 1
      bytes += size
    case .duplicate: duplicates += 1
    }
  }
}
