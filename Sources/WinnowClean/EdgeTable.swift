/// Where a word leads from a state: a hash table with open addressing, for a look-up at each word.
struct EdgeTable: Sendable {
  private struct Slot {
    var state: Int32 = -1
    var to: Int32 = -1
    var key: UInt64 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 16)
  private var count = 0
  /// A bit for each hash of a key that is in the table: few words lead anywhere, and the bits, unlike
  /// the slots, are few enough to stay in the processor's nearest cache.
  private var hashes = [UInt64](repeating: 0, count: 1 << 11)

  /// The state that the key leads to; nil where it leads nowhere.
  subscript(state: Int32, key: UInt64) -> Int32? {
    let hash = Self.hash(state, key)
    if hashes[Self.word(hash)] & Self.bit(hash) == 0 { return nil }
    let slot = slots[place(state, key, hash)]
    return slot.state < 0 ? nil : slot.to
  }

  mutating func insert(_ state: Int32, _ key: UInt64, to: Int32) {
    if count * 2 >= slots.count { grow() }
    let hash = Self.hash(state, key)
    let place = place(state, key, hash)
    if slots[place].state < 0 { count += 1 }
    slots[place] = Slot(state: state, to: to, key: key)
    hashes[Self.word(hash)] |= Self.bit(hash)
  }

  private static func hash(_ state: Int32, _ key: UInt64) -> UInt64 {
    (key ^ UInt64(UInt32(bitPattern: state)) &* 0x9E37_79B9_7F4A_7C15) &* 0xFF51_AFD7_ED55_8CCD
  }

  private static func word(_ hash: UInt64) -> Int { Int(hash >> 53) }

  private static func bit(_ hash: UInt64) -> UInt64 { 1 << (hash >> 47 & 63) }

  /// The slot that holds the key, or the free one where it goes.
  private func place(_ state: Int32, _ key: UInt64, _ hash: UInt64) -> Int {
    var place = Int(hash >> 20) & (slots.count - 1)
    while slots[place].state >= 0, slots[place].state != state || slots[place].key != key {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.state >= 0 {
      slots[place(slot.state, slot.key, Self.hash(slot.state, slot.key))] = slot
    }
  }
}
