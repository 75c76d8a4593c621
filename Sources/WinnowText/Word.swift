/// A word, number, address or mark of a line, as rules compare it.
package struct Word: Equatable, Sendable {
  package enum Kind: UInt8, Sendable {
    /// Letters and digits.
    case plain
    /// 12, 1,234, 3.5K.
    case number
    /// 0:00, 12:30:05.
    case time
    /// 11.06.2023, 2023-06-11, 6/11/23.
    case date
    case url
    case email
    /// A file name such as photo.jpg.
    case file
    /// Anything that is neither letter, digit nor space.
    case mark
  }

  package let kind: Kind
  /// Equal for words that differ only in case and in apostrophes; a mark's scalar value.
  package let key: UInt64
  /// Its place in the text, in bytes.
  package let at: Range<Int>

  /// 1900 to 2099, or nil.
  package let year: Int?

  /// 11, 11th, 2nd.
  package let beginsWithDigit: Bool

  package let isMark: Bool

  init(
    kind: Kind,
    key: UInt64,
    at: Range<Int>,
    year: Int? = nil,
    beginsWithDigit: Bool = false
  ) {
    self.kind = kind
    self.key = key
    self.at = at
    self.year = year
    self.beginsWithDigit = beginsWithDigit
    isMark = kind == .mark
  }
}

/// The key that words are compared by: FNV-1a (64 bits) over their folded scalars.
package struct WordKey {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  @inline(__always)
  package mutating func add(_ scalar: Unicode.Scalar) {
    add(UInt64(scalar.value))
  }

  /// Adds a whole word, by its key.
  package mutating func add(word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 16) { add(word >> shift & 0xFFFF | 0x10000) }
  }

  @inline(__always)
  private mutating func add(_ scalar: UInt64) { value = (value ^ scalar) &* 0x100_0000_01B3 }
}
