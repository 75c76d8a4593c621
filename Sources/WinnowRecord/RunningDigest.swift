import Crypto

/// The SHA-256 (FIPS 180-4) of bytes that come piece by piece.
package struct RunningDigest {
  private var hash = SHA256()

  package init() {}

  package mutating func add(_ bytes: [UInt8]) { hash.update(data: bytes) }

  /// Of all that was added, in hexadecimal.
  package var text: String { Hex.text(Array(hash.finalize())) }
}
