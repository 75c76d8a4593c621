import WinnowIO

/// What becomes of a claim.
package enum Verdict: Error, Equatable, Sendable {
  /// Its record is in the store.
  ///
  /// - Parameters:
  ///   - digest: of the bytes, in hexadecimal, 16 digits or more; tells documents of one name apart.
  ///   - after: what becomes of the file.
  case stored(digest: String, after: AfterStore)
  /// Not now; the sentence says why.
  case later(String)
  /// Somebody took the file away while it was claimed: there is nothing left to do.
  case gone
  /// Never, until a person has looked at it.
  case quarantined(QuarantineReason)
}

/// What becomes of a file whose record is in the store.
package enum AfterStore: String, CaseIterable, Equatable, Sendable {
  case keep, delete
}
