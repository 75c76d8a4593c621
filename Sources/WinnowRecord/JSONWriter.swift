/// Writes JSON (RFC 8259) piece by piece.
package struct JSONWriter {
  package var bytes: [UInt8] = []

  package init(capacity: Int = 256) { bytes.reserveCapacity(capacity) }

  /// What has been written so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds text that is JSON already.
  package mutating func raw(_ json: String) {
    var json = json
    json.withUTF8 { bytes.append(contentsOf: $0) }
  }

  package mutating func number(_ value: Int) {
    if value < 0 { return raw(String(value)) }
    if value >= 10 { number(value / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
  }

  /// Adds a string in quotation marks, or null.
  package mutating func string(_ text: String?) {
    guard var text else { return raw("null") }
    text.withUTF8 { string($0) }
  }

  /// Adds well-formed UTF-8 in quotation marks.
  package mutating func string(utf8: ArraySlice<UInt8>) {
    utf8.withUnsafeBufferPointer { string($0) }
  }

  private mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var done = 0
    var at = 0
    while at < utf8.count {
      let end = min(at + 8, utf8.count)
      if end - at == 8, !Self.mayEscape(UnsafeRawBufferPointer(utf8), at) {
        at = end
        continue
      }
      while at < end {
        let length = Self.escapedLength(utf8, at)
        if length > 0 {
          bytes.append(contentsOf: utf8[done..<at])
          done = at + length
          escape(utf8[at..<done])
        }
        at += max(length, 1)
      }
    }
    bytes.append(contentsOf: utf8[done...])
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether one of eight bytes may begin a character that needs an escape: none surely does where
  /// this is false (the test for a zero byte of Warren, Hacker's Delight, section 6-1).
  @inline(__always)
  private static func mayEscape(_ utf8: UnsafeRawBufferPointer, _ at: Int) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let eight = utf8.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    func has(_ byte: UInt64, in eight: UInt64) -> UInt64 {
      let zero = eight ^ byte &* ones
      return (zero &- ones) & ~zero
    }
    let isControl = (eight &- 0x20 &* ones) & ~eight
    let isOne = has(0x22, in: eight) | has(0x5C, in: eight) | has(0x7F, in: eight)
    // 0xC2 and 0xE2 differ in this bit.
    let isWide = has(0xE2, in: eight | 0x20 &* ones)
    return (isControl | isOne | isWide) & (0x80 &* ones) != 0
  }

  /// How long the character is that begins here, if it needs an escape, else 0.
  @inline(__always)
  private static func escapedLength(_ utf8: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    switch utf8[at] {
    case 0..<0x20, 0x22, 0x5C, 0x7F: 1
    // U+0080 to U+009F, and U+2028 and U+2029: newlines to some readers of lines.
    case 0xC2 where utf8[at + 1] < 0xA0: 2
    case 0xE2 where utf8[at + 1] == 0x80 && utf8[at + 2] & 0xFE == 0xA8: 3
    default: 0
    }
  }

  /// Adds one character as its escape.
  private mutating func escape(_ scalar: Slice<UnsafeBufferPointer<UInt8>>) {
    switch scalar.last {
    case 0x22: raw(#"\""#)
    case 0x5C: raw(#"\\"#)
    case 0x0A: raw(#"\n"#)
    case 0x0D: raw(#"\r"#)
    case 0x09: raw(#"\t"#)
    case let last? where scalar.count == 3: raw(last == 0xA8 ? #"\u2028"# : #"\u2029"#)
    case let last?: raw(#"\u00"# + Hex.text([last]))
    case nil: break
    }
  }
}
