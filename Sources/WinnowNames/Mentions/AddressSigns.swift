/// Finds the addresses of the web and of mail and the file names among the chunks of a text, which spaces
/// divide: they have a sign that words don't have.
struct AddressSigns {
  /// Where the first chunk begins that has one, of those not yet asked for.
  private var next = -1

  /// Whether the chunk that begins here is an address; chunks are asked for in their order.
  mutating func hasOne(in text: Span<UInt8>, from start: Int) -> Bool {
    if next < start { next = Self.chunk(in: text, from: start) }
    return next == start
  }

  /// The beginning of the first chunk from here on that has a sign.
  private static func chunk(in text: Span<UInt8>, from start: Int) -> Int {
    var place = start
    while place < text.count {
      if place + 8 <= text.count, !mayHaveSign(text, place) {
        place += 8
        continue
      }
      let end = min(place + 8, text.count)
      while place < end, !isSign(text, place) { place += 1 }
      if place == end { continue }
      while place > start, text[place - 1] != 0x20, text[place - 1] != 0x0A { place -= 1 }
      return place
    }
    return .max
  }

  /// Whether an at sign, a colon or a full stop is among eight bytes.
  @inline(__always)
  private static func mayHaveSign(_ text: Span<UInt8>, _ place: Int) -> Bool {
    // The borrow of a byte that is 0 reaches its highest bit.
    func zero(_ bytes: UInt64) -> UInt64 { (bytes &- 0x0101_0101_0101_0101) & ~bytes }
    let bytes = text.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
    let found =
      zero(bytes ^ 0x4040_4040_4040_4040) | zero(bytes ^ 0x3A3A_3A3A_3A3A_3A3A)
      | zero(bytes ^ 0x2E2E_2E2E_2E2E_2E2E)
    return found & 0x8080_8080_8080_8080 != 0
  }

  /// Whether an address has this byte: an at sign, a colon before a slash, a full stop before a letter.
  static func isSign(_ text: Span<UInt8>, _ place: Int) -> Bool {
    switch text[place] {
    case 0x40: return true
    case 0x3A: return place + 2 < text.count && text[place + 1] == 0x2F
    case 0x2E:
      // A dot inside: example.org, but not A.G. or U.S.
      guard place + 1 < text.count, place >= 2 else { return false }
      let after = text[place + 1] | 0x20
      return after >= 0x61 && after <= 0x7A && text[place - 2] != 0x20 && text[place - 2] != 0x2E
    default: return false
    }
  }
}
