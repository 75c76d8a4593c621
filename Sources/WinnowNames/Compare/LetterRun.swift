/// The letters of one word, folded: lower case, each a small number, accents that no orthography reads
/// left out.
///
/// At most `capacity` letters; what comes after is cut off, for no name is so long.
struct LetterRun {
  static let capacity = 39
  /// Behind the last letter stands `Letter.end`, for rules that hold at a word's end.
  private var letters = InlineArray<40, UInt8>(repeating: Letter.end)
  private(set) var count = 0

  init() {}

  /// The letters of a span of well-formed UTF-8.
  init(utf8: Span<UInt8>) {
    let table = Letter.table
    var place = 0
    while place < utf8.count { add(utf8.scalar(&place), table) }
  }

  subscript(place: Int) -> UInt8 { letters[place] }

  /// Adds a scalar; what is no letter of the alphabet is left out, a combining mark joins its letter.
  mutating func add(_ scalar: UInt32) { add(scalar, Letter.table) }

  @inline(__always)
  private mutating func add(_ scalar: UInt32, _ table: [UInt8]) {
    if scalar < Letter.tableSize {
      let letter = table[Int(scalar)]
      if letter != 0, count < Self.capacity {
        letters[count] = letter
        count += 1
      }
    } else if count > 0, let joined = Letter.joined(letters[count - 1], mark: scalar) {
      letters[count - 1] = joined
    }
  }
}

extension Span<UInt8> {
  /// The scalar that begins here, in well-formed UTF-8; moves on behind it.
  func scalar(_ place: inout Int) -> UInt32 {
    let first = UInt32(self[place])
    place += 1
    if first < 0x80 { return first }
    var value = first < 0xE0 ? first & 0x1F : first < 0xF0 ? first & 0x0F : first & 0x07
    while place < count, self[place] & 0xC0 == 0x80 {
      value = value << 6 | UInt32(self[place] & 0x3F)
      place += 1
    }
    return value
  }
}
