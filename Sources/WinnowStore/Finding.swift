import WinnowIO

/// Something that verifying a store came upon.
package struct Finding: Hashable, Sendable {
  package enum Weight: Sendable {
    /// Known and harmless, such as a torn line of which there is a copy.
    case note
    case problem
  }

  /// The file's name in the store's directory.
  package let file: Path
  /// Bytes before it in the segment, uncompressed.
  package let offset: Int
  package let weight: Weight
  package let sentence: String
}

/// What verifying a store came to.
package struct VerificationReport: Equatable, Sendable {
  package var segments = 0
  /// Lines whose seal holds.
  package var records = 0
  /// Bytes in the segments, uncompressed.
  package var bytes = 0
  package var notes = 0
  package var problems = 0

  package init() {}
}
