import WinnowRecord

/// The documents seen so far, by the first 16 bytes of their ids: about 40 MB for a million.
///
/// Two documents share those with a probability of 2 to the -82 among ten million.
struct SeenDocuments: Sendable {
  private var keys: Set<SIMD2<UInt64>> = []

  var count: Int { keys.count }

  /// Adds a document; false where it was seen before.
  mutating func insert(_ id: DocumentID) -> Bool { keys.insert(key(id)).inserted }

  func contains(_ id: DocumentID) -> Bool { keys.contains(key(id)) }

  private func key(_ id: DocumentID) -> SIMD2<UInt64> {
    var key = SIMD2<UInt64>()
    for (index, byte) in id.digest.prefix(16).enumerated() {
      key[index / 8] = key[index / 8] << 8 | UInt64(byte)
    }
    return key
  }
}
