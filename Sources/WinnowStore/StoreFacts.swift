import WinnowIO

/// How a store is doing, for status and metrics.
package struct StoreFacts: Equatable, Sendable {
  package enum State: Equatable, Sendable {
    case ok
    /// Nothing is acknowledged until what the sentence says is over; it is tried every second.
    case waiting(String)
  }

  package var state = State.ok
  /// Number of the active segment.
  package var segment = 0
  /// Bytes in the active segment.
  package var activeBytes = 0
  /// Records that were appended and not yet written, and their bytes.
  package var pendingRecords = 0
  package var pendingBytes = 0
  /// Records stored since the store was opened.
  package var stored = 0
  /// Records not written since the store was opened, because it had them.
  package var duplicates = 0
  /// Batches committed since the store was opened.
  package var commits = 0
  /// Nanoseconds since 1970; nil before the first commit.
  package var lastCommit: Int64?
  /// How long a batch took from its write until it was on the disk.
  package var commitTimes = Histogram(
    bounds: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
  )
  /// The last thing that went wrong, though it may be over.
  package var lastError: String?

  package init() {}
}

/// What opening a store found and mended.
package struct RecoveryReport: Equatable, Sendable {
  /// Records that the ledger did not know.
  package var adopted = 0
  /// Why the ledger was built anew; nil where it was not.
  package var rebuilt: String?
  /// Name of the copy of a torn tail; nil where there was none.
  package var torn: String?
  /// Whether a failed segment was closed that the last run could not close any more.
  package var closedFailed = false

  package init() {}
}
