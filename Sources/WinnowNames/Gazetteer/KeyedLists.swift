/// Lists under keys that are hashes already, one list after the other in one array.
struct KeyedLists<Element: Sendable>: Sendable {
  private struct Slot {
    var key: UInt64 = 0
    var start: Int32 = 0
    /// 0 in a free slot.
    var count: Int32 = 0
  }

  private let elements: [Element]
  /// A hash table with open addressing.
  private let slots: [Slot]

  /// Each list has its elements in the order in which they come here.
  init(_ pairs: [(key: UInt64, element: Element)] = []) {
    var size = 16
    while size < 2 * pairs.count { size *= 2 }
    var slots = [Slot](repeating: Slot(), count: size)
    let places = pairs.map { pair in
      let place = Self.place(pair.key, slots.span)
      slots[place].key = pair.key
      slots[place].count += 1
      return place
    }
    var start: Int32 = 0
    for place in slots.indices where slots[place].count > 0 {
      slots[place].start = start
      start += slots[place].count
    }
    var next = slots.map(\.start)
    var order = [Int32](repeating: 0, count: pairs.count)
    for (number, place) in places.enumerated() {
      order[Int(next[place])] = Int32(number)
      next[place] += 1
    }
    self.slots = slots
    elements = order.map { pairs[Int($0)].element }
  }

  subscript(key: UInt64) -> ArraySlice<Element> {
    let slot = slots[Self.place(key, slots.span)]
    if slot.count == 0 { return [] }
    return elements[Int(slot.start)..<Int(slot.start + slot.count)]
  }

  /// The slot that has the key, or the free one where it would stand.
  private static func place(_ key: UInt64, _ slots: Span<Slot>) -> Int {
    var place = Int(truncatingIfNeeded: key ^ key >> 32) & (slots.count - 1)
    while slots[place].count > 0, slots[place].key != key {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }
}
