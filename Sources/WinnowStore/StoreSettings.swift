/// How a store writes, as the administrator chose.
package struct StoreSettings: Sendable {
  /// Bytes at which the active segment is closed and a new one begun.
  package var segmentBytes = 128 << 20
  /// The least time from one commit to the next, unless a batch is full.
  package var commitInterval = Duration.milliseconds(20)
  /// Whether original bytes that the store has a record of already get another one.
  package var keepsDuplicates = false
  /// Whether closed segments are compressed.
  package var compresses = false

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
