import Crypto

/// What a document is known by: the SHA-256 (FIPS 180-4) of its original bytes.
package struct DocumentID: Hashable, Sendable {
  /// 32 bytes.
  package let digest: [UInt8]

  /// The id of a document with these original bytes.
  package init(of original: [UInt8]) {
    digest = Array(SHA256.hash(data: original))
  }

  /// An id read back from a ledger; nil unless there are 32 bytes.
  package init?(digest: [UInt8]) {
    guard digest.count == 32 else { return nil }
    self.digest = digest
  }

  /// An id read back from a record, `sha256:` and 64 hex digits.
  package init?(_ text: some StringProtocol) {
    guard text.hasPrefix("sha256:"), let digest = Hex.bytes(text.dropFirst(7)) else { return nil }
    self.init(digest: digest)
  }
}

extension DocumentID: CustomStringConvertible {
  package var description: String { "sha256:" + Hex.text(digest) }
}
