/// Splits a decoded file into its lines at every kind of newline that Unicode knows (UAX 14).
struct SourceLines {
  struct Line {
    /// Without the newline.
    let content: Range<Int>
    /// Where the next line begins.
    let end: Int
    /// Nothing in it needs normalising.
    let isPlain: Bool
  }

  private let source: [UInt8]
  private var at = 0

  init(_ source: [UInt8]) { self.source = source }

  mutating func next() -> Line? {
    guard at < source.count else { return nil }
    let start = at
    var isPlain = source[at] != 0x20
    var last: UInt8 = 0
    return source.withUnsafeBufferPointer { source in
      var here = start
      // How far all bytes have been looked at together.
      var seen = start
      while here < source.count {
        if here >= seen, here + 8 <= source.count {
          seen = here + 8
          if EightBytes(source, at: here).isPlain(after: last) {
            here = seen
            last = source[here - 1]
            continue
          }
        }
        let byte = source[here]
        if byte > 0x20 && byte < 0x7F || byte & 0xC0 == 0x80 {
          last = byte
          here += 1
          continue
        }
        switch byte {
        case 0x0A, 0x0B, 0x0C: return end(start, here, 1, isPlain && last != 0x20)
        case 0x0D:
          let isPair = here + 1 < source.count && source[here + 1] == 0x0A
          return end(start, here, isPair ? 2 : 1, isPlain && last != 0x20)
        case 0x20: if last == 0x20 { isPlain = false }
        // U+0387, which is U+00B7 in NFC.
        case 0xCE where here + 1 < source.count && source[here + 1] == 0x87: isPlain = false
        case 0xC3...0xCB, 0xCE...0xD1, 0xD3...0xD5, 0xE4...0xE9: break
        case 0xC2 where here + 1 < source.count && source[here + 1] == 0x85:
          return end(start, here, 2, isPlain && last != 0x20)
        case 0xC2
        where here + 1 < source.count && source[here + 1] > 0xA0 && source[here + 1] != 0xAD:
          break
        case 0xE2 where here + 2 < source.count && source[here + 1] == 0x80:
          // Dashes, quotation marks and dots; the rest of the row is spaces, marks and newlines.
          let third = source[here + 2]
          if third == 0xA8 || third == 0xA9 {
            return end(start, here, 3, isPlain && last != 0x20)
          }
          if third < 0x90 || third > 0xA7 { isPlain = false }
        default: isPlain = false
        }
        last = byte
        here += 1
      }
      return end(start, here, 0, isPlain && last != 0x20)
    }
  }

  private mutating func end(_ start: Int, _ here: Int, _ newline: Int, _ isPlain: Bool) -> Line {
    at = here + newline
    return Line(content: start..<here, end: at, isPlain: isPlain)
  }
}
