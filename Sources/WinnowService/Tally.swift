import WinnowIO
import WinnowStore

/// What a daemon has done since it started.
package struct Tally: Sendable, Equatable {
  package var stored = 0
  package var duplicates = 0
  /// How many files were set aside, by the words of the reason.
  package var quarantined: [String: Int] = [:]
  /// How often a document was put off.
  package var putOff = 0
  /// Bytes of the files read.
  package var bytesRead = 0
  /// How long documents took from their arrival until their record was on the disk.
  package var latency = Histogram(
    bounds: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 7200]
  )
  package var errors = RecentErrors()

  /// All that were set aside, for whatever reason.
  package var allQuarantined: Int { quarantined.values.reduce(0, +) }

  mutating func count(_ outcome: Outcome, arrived: Int64) {
    switch outcome {
    case .stored:
      stored += 1
      latency.note(nanoseconds: Clock.wall - arrived)
    case .duplicate: duplicates += 1
    }
  }
}
