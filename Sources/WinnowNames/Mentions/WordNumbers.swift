import WinnowText

/// A number for each different capitalised word of a text, so that what is found out about a word can be
/// kept in an array.
struct WordNumbers {
  /// By token, from 0 on, the same for words that differ in case, accents and apostrophes alone; -1 for
  /// words in lower case.
  private(set) var numbers: [Int32]
  /// How many different words there are.
  private(set) var count = 0
  /// By number, whether the word stands in lower case somewhere.
  private(set) var isLowercase: [Bool]

  private static let free = (key: UInt64(0), number: Int32(-1))

  init(_ tokens: [NameToken]) {
    numbers = Array(repeating: -1, count: tokens.count)
    var size = 16
    let capitals = tokens.count { $0.isCapital }
    while size < 2 * capitals { size *= 2 }
    // A hash table with open addressing: the keys are hashes already.
    var slots = Array(repeating: Self.free, count: size)
    func slot(_ key: UInt64, _ slots: Span<(key: UInt64, number: Int32)>) -> Int {
      var at = Int(truncatingIfNeeded: key ^ key >> 32) & (size - 1)
      while slots[at].number >= 0, slots[at].key != key { at = (at + 1) & (size - 1) }
      return at
    }
    for (place, token) in tokens.enumerated() where token.isCapital {
      // Of a word in two scripts the key tells only half.
      if token.script == .mixed {
        numbers[place] = Int32(count)
        count += 1
        continue
      }
      let at = slot(token.key, slots.span)
      if slots[at].number < 0 {
        slots[at] = (token.key, Int32(count))
        count += 1
      }
      numbers[place] = slots[at].number
    }
    isLowercase = Array(repeating: false, count: count)
    for token in tokens where !token.isCapital {
      let at = slot(token.key, slots.span)
      if slots[at].number >= 0 { isLowercase[Int(slots[at].number)] = true }
    }
  }
}
