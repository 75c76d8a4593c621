/// How a store writes, as the administrator chose.
package struct StoreSettings: Sendable {
  /// What to do with original bytes that the store has a record of already.
  package enum Duplicates: String, Sendable, CaseIterable { case skip, append }
  /// How closed segments are kept.
  package enum Compression: String, Sendable, CaseIterable { case none, zstd }

  /// Bytes at which the active segment is closed and a new one begun.
  package var segmentBytes = 128 << 20
  /// The least time from one commit to the next, unless a batch is full.
  package var commitInterval = Duration.milliseconds(20)
  package var duplicates = Duplicates.skip
  package var compression = Compression.none

  /// A segment younger than this is not closed: `tail -F` looks for a new file that often.
  var minimumSegmentAge = Duration.seconds(10)
  /// Time between two tries of what the kernel refused.
  var retryInterval = Duration.seconds(1)

  package init() {}
}

extension Duration {
  /// The duration in whole nanoseconds.
  var nanoseconds: Int64 {
    components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
  }
}
