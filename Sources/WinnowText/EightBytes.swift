/// Eight bytes of a text, looked at together: what is asked of each is answered by its highest bit.
///
/// Sums of bytes below 0x80 stay within their byte (Warren, Hacker's Delight, chapter 6).
struct EightBytes {
  private let bytes: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Those that begin at a place, of which there must be as many.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, at place: Int) {
    bytes = UInt64(
      littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(
        fromByteOffset: place,
        as: UInt64.self
      )
    )
  }

  var isASCII: Bool { bytes & Self.highBits == 0 }

  /// The bytes that are at least as large as one of ASCII, or not of ASCII.
  @inline(__always)
  func atLeast(_ byte: UInt8) -> UInt64 {
    let low = (bytes & ~Self.highBits) &+ UInt64(0x80 - byte) &* Self.ones
    return (low | bytes) & Self.highBits
  }

  @inline(__always)
  func below(_ byte: UInt8) -> UInt64 { ~atLeast(byte) & Self.highBits }

  /// How many letters there are among bytes that are all ASCII.
  var letters: Int {
    let lower = EightBytes(bytes | 0x20 * Self.ones)
    return (lower.atLeast(0x61) & lower.below(0x7B)).nonzeroBitCount
  }

  /// Whether all can be seen or are single spaces.
  @inline(__always)
  func isPlain(after last: UInt8) -> Bool {
    let spaces = below(0x21)
    return below(0x20) | atLeast(0x7F) | spaces & spaces << 8 == 0
      && (spaces & 0x80 == 0 || last != 0x20)
  }

  private init(_ bytes: UInt64) { self.bytes = bytes }
}

extension [UInt8] {
  @inline(__always)
  func forEachNewline(_ body: (Int) -> Void) {
    forEachPlace(below: 0x0B) { if self[$0] == 0x0A { body($0) } }
  }

  /// Hands over the places of bytes of ASCII that are less than one, in order.
  @inline(__always)
  func forEachPlace(below byte: UInt8, _ body: (Int) -> Void) {
    withUnsafeBufferPointer { text in
      var at = 0
      while at + 8 <= text.count {
        var found = EightBytes(text, at: at).below(byte)
        while found != 0 {
          body(at + found.trailingZeroBitCount / 8)
          found &= found - 1
        }
        at += 8
      }
      while at < text.count {
        if text[at] < byte { body(at) }
        at += 1
      }
    }
  }
}

extension [UInt8] {
  /// Whether a span has the bytes of another text's span.
  package func has(_ other: [UInt8], _ theirs: Range<Int>, at span: Range<Int>) -> Bool {
    guard span.count == theirs.count else { return false }
    return self[span].withUnsafeBytes { mine in
      other[theirs].withUnsafeBytes { theirs in
        var at = 0
        while at + 8 <= mine.count {
          let eight = mine.loadUnaligned(fromByteOffset: at, as: UInt64.self)
          if eight != theirs.loadUnaligned(fromByteOffset: at, as: UInt64.self) { return false }
          at += 8
        }
        while at < mine.count, mine[at] == theirs[at] { at += 1 }
        return at == mine.count
      }
    }
  }
}
