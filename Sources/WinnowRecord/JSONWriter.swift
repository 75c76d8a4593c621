/// Writes JSON (RFC 8259) piece by piece.
package struct JSONWriter {
  package var bytes: [UInt8] = []

  package init(capacity: Int = 256) { bytes.reserveCapacity(capacity) }

  /// What has been written so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds text that is JSON already.
  package mutating func raw(_ json: String) { bytes += json.utf8 }

  package mutating func number(_ value: Int) { bytes += String(value).utf8 }

  /// Adds a string in quotation marks, or null.
  package mutating func string(_ text: String?) {
    if let text { string(utf8: Array(text.utf8)[...]) } else { raw("null") }
  }

  /// Adds well-formed UTF-8 in quotation marks.
  package mutating func string(utf8: ArraySlice<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    let span = utf8.span
    let mayEscape = Self.mayEscape.span
    var done = utf8.startIndex
    for place in span.indices where mayEscape[Int(span[place])] {
      let at = utf8.startIndex + place
      let length: Int
      switch utf8[at] {
      case 0..<0x20, 0x22, 0x5C, 0x7F: length = 1
      // U+0080 to U+009F, and U+2028 and U+2029: newlines to some readers of lines.
      case 0xC2 where utf8[at + 1] < 0xA0: length = 2
      case 0xE2 where utf8[at + 1] == 0x80 && utf8[at + 2] & 0xFE == 0xA8: length = 3
      default: continue
      }
      bytes += utf8[done..<at]
      done = at + length
      escape(utf8[at..<done])
    }
    bytes += utf8[done...]
    bytes.append(UInt8(ascii: "\""))
  }

  /// By a character's first byte.
  private static let mayEscape: [Bool] = (0...255).map { byte in
    byte < 0x20 || [0x22, 0x5C, 0x7F, 0xC2, 0xE2].contains(byte)
  }

  /// Adds one character as its escape.
  private mutating func escape(_ scalar: ArraySlice<UInt8>) {
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
