/// Lists of words that patterns may name, as one look-up that tells which of them a word is in.
struct WordLists: Sendable {
  /// At most so many lists, one bit each.
  static let most = 64
  private(set) var names: [String] = []
  private var masks: [UInt64: UInt64] = [:]

  /// Adds a word to a list; false where there is no room for another list.
  mutating func add(_ key: UInt64, to name: String) -> Bool {
    if !names.contains(name) { names.append(name) }
    guard let number = names.firstIndex(of: name), number < Self.most else { return false }
    masks[key, default: 0] |= 1 << UInt64(number)
    return true
  }

  /// The list's bit; no bit for a list that is nowhere defined.
  func bit(of name: String) -> UInt64 {
    names.firstIndex(of: name).map { 1 << UInt64($0) } ?? 0
  }

  /// The bits of all lists that a word is in.
  func mask(of key: UInt64) -> UInt64 { masks[key] ?? 0 }
}
