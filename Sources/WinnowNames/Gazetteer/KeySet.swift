/// A set of keys that are hashes already.
struct KeySet: Sendable {
  /// A hash table with open addressing; nil in a free slot.
  private let slots: [UInt64?]

  init(_ keys: some Collection<UInt64>) {
    var size = 16
    while size < 4 * keys.count { size *= 2 }
    var slots = [UInt64?](repeating: nil, count: size)
    for key in keys { slots[Self.place(key, slots.span)] = key }
    self.slots = slots
  }

  func contains(_ key: UInt64) -> Bool { slots[Self.place(key, slots.span)] != nil }

  /// The slot that has the key, or the free one where it would stand.
  private static func place(_ key: UInt64, _ slots: Span<UInt64?>) -> Int {
    var place = Int(truncatingIfNeeded: key ^ key >> 32) & (slots.count - 1)
    while let other = slots[place], other != key { place = (place + 1) & (slots.count - 1) }
    return place
  }
}
