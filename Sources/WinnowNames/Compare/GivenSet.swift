/// Up to four given names, as places in the table's list: Саша is Аляксандр and Аляксандра.
struct GivenSet: Equatable, Sendable, Sequence {
  /// Sixteen bits a name, its place from 1, the first one lowest.
  private var packed: UInt64 = 0

  var isEmpty: Bool { packed == 0 }

  /// The places of the names.
  func makeIterator() -> some IteratorProtocol<Int> {
    sequence(state: packed) { rest in
      defer { rest >>= 16 }
      return rest == 0 ? nil : Int(rest & 0xFFFF) - 1
    }
  }

  /// The first name of both sets.
  func common(_ other: GivenSet) -> Int? {
    var rest = packed
    while rest != 0 {
      if other.contains(rest & 0xFFFF) { return Int(rest & 0xFFFF) - 1 }
      rest >>= 16
    }
    return nil
  }

  /// Adds a name by its place; a fifth one, or one past 65,534, is left out.
  mutating func insert(_ place: Int) {
    let name = UInt64(place + 1)
    if name > 0xFFFF || contains(name) || packed >> 48 != 0 { return }
    var shift: UInt64 = 0
    while packed >> shift != 0 { shift += 16 }
    packed |= name << shift
  }

  private func contains(_ name: UInt64) -> Bool {
    var rest = packed
    while rest != 0 {
      if rest & 0xFFFF == name { return true }
      rest >>= 16
    }
    return false
  }
}
