/// The commonest words of every language, by their hashes.
package struct StopList: Sendable, Equatable {
  /// In rising order.
  package let hashes: [UInt32]
  private let slots: [UInt32]

  /// A list of words by the hashes that `LineTokens` gives them.
  package init(_ hashes: some Sequence<UInt32>) {
    self.hashes = Set(hashes).sorted()
    var size = 16
    while size < 4 * self.hashes.count { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for hash in self.hashes {
      var at = Int(hash) & (size - 1)
      while slots[at] != 0 { at = (at + 1) & (size - 1) }
      slots[at] = hash
    }
    self.slots = slots
  }

  package func contains(_ hash: UInt32) -> Bool {
    var at = Int(hash) & (slots.count - 1)
    while slots[at] != 0 {
      if slots[at] == hash { return true }
      at = (at + 1) & (slots.count - 1)
    }
    return false
  }
}
