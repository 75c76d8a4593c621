/// Lists of words that patterns may name, as one look-up that tells which of them a word is in.
struct WordLists: Sendable {
  /// At most so many lists, one bit each.
  static let most = 64
  private(set) var names: [String] = []
  private var masks: [UInt64] = []
  /// Where in `masks` a word's bits are.
  private var places = EdgeTable()

  /// Adds a word to a list; false where there is no room for another list.
  mutating func add(_ key: UInt64, to name: String) -> Bool {
    if !names.contains(name) { names.append(name) }
    guard let number = names.firstIndex(of: name), number < Self.most else { return false }
    let place = places[0, key] ?? Int32(masks.count)
    if Int(place) == masks.count {
      masks.append(0)
      places.insert(0, key, to: place)
    }
    masks[Int(place)] |= 1 << UInt64(number)
    return true
  }

  /// The list's bit; no bit for a list that is nowhere defined.
  func bit(of name: String) -> UInt64 {
    names.firstIndex(of: name).map { 1 << UInt64($0) } ?? 0
  }

  /// The bits of all lists that a word is in.
  func mask(of key: UInt64) -> UInt64 { places[0, key].map { masks[Int($0)] } ?? 0 }
}
