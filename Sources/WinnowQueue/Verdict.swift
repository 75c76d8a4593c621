import WinnowIO

/// What becomes of a claim.
package enum Verdict: Error, Equatable, Sendable {
  /// Its record is in the store.
  ///
  /// - Parameters:
  ///   - digest: of the bytes, in hexadecimal, 16 digits or more; tells documents of one name apart.
  ///   - keeps: whether the file stays, in done.
  case stored(digest: String, keeps: Bool)
  /// Not now; the sentence says why.
  case later(String)
  /// Somebody took the file away while it was claimed: there is nothing left to do.
  case gone
  /// Never, until a person has looked at it.
  case quarantined(QuarantineReason)
}
