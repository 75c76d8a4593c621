/// The words of a document's lines, as hashes.
package struct LineTokens: Sendable {
  /// The tokens of line `k` are `starts[k]..<starts[k + 1]`.
  package private(set) var starts: [Int] = [0]
  package private(set) var hashes: [UInt32] = []
  /// Characters in the word; 0 for numbers, `pair` for a character of a script without spaces.
  package private(set) var sizes: [Int32] = []

  /// Such a character is hashed with the one before it.
  package static let pair: Int32 = 1000

  @inline(__always)
  mutating func add(_ hash: UInt32, size: Int) {
    hashes.append(hash)
    sizes.append(Int32(size))
  }

  mutating func addLine(_ line: Int, of other: LineTokens) {
    hashes += other.hashes[other[line]]
    sizes += other.sizes[other[line]]
    endLine()
  }

  mutating func endLine() { starts.append(hashes.count) }

  /// The places of a line's tokens.
  package subscript(line: Int) -> Range<Int> { starts[line]..<starts[line + 1] }

  /// Stands for the words of some tokens in their order.
  func hash(of range: Range<Int>) -> UInt32 {
    var hash = TokenHash.start
    for token in range { hash = TokenHash.mix(hash, hashes[token]) }
    return TokenHash.finish(hash)
  }
}

/// FNV-1a (32 bits), with the last mixing of MurmurHash 3.
enum TokenHash {
  static let start: UInt32 = 2_166_136_261

  @inline(__always)
  static func mix(_ hash: UInt32, _ value: UInt32) -> UInt32 { (hash ^ value) &* 16_777_619 }

  @inline(__always)
  static func finish(_ hash: UInt32) -> UInt32 {
    var hash = hash
    hash ^= hash >> 16
    hash = hash &* 0x85EB_CA6B
    hash ^= hash >> 13
    hash = hash &* 0xC2B2_AE35
    hash ^= hash >> 16
    return hash
  }
}

/// Numbers hashes from 0 on, in the order in which they come.
struct HashNumbers {
  private var slots: [Int32]
  private var keys: [UInt32] = []

  /// For up to `capacity` different hashes.
  init(capacity: Int) {
    var size = 16
    while size < 2 * capacity + 16 { size *= 2 }
    slots = Array(repeating: -1, count: size)
  }

  var count: Int { keys.count }

  mutating func number(of hash: UInt32) -> Int {
    let mask = slots.count - 1
    var at = Int(hash) & mask
    while slots[at] >= 0 {
      if keys[Int(slots[at])] == hash { return Int(slots[at]) }
      at = (at + 1) & mask
    }
    slots[at] = Int32(keys.count)
    keys.append(hash)
    return keys.count - 1
  }
}
