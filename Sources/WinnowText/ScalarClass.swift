/// What a character is to the normaliser.
enum ScalarClass {
  case text
  /// Any character that Unicode counts as a space: becomes U+0020, runs become one.
  case space
  /// Control characters, zero-width spaces, soft hyphens, and bidirectional overrides, which can make
  /// a text read other than it is written: taken out. Joiners and direction marks are left alone:
  /// Persian, Hindi, Arabic and emoji are spelt with them.
  case invisible

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20, 0x09: self = .space
    case 0x21...0x7E: self = .text
    case 0x00...0x1F, 0x7F...0x9F: self = .invisible
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
    case 0xAD, 0x200B, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: self = .invisible
    default: self = .text
    }
  }
}

extension Array where Element == UInt8 {
  /// The scalar that begins here and how many bytes it has; the array must be well-formed UTF-8.
  package func scalar(at place: Int) -> (Unicode.Scalar, Int) {
    let first = UInt32(self[place])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    var value = first << 6 | UInt32(self[place + 1] & 0x3F)
    if first < 0xE0 { return (Unicode.Scalar(value & 0x7FF) ?? "\u{FFFD}", 2) }
    value = value << 6 | UInt32(self[place + 2] & 0x3F)
    if first < 0xF0 { return (Unicode.Scalar(value & 0xFFFF) ?? "\u{FFFD}", 3) }
    value = value << 6 | UInt32(self[place + 3] & 0x3F)
    return (Unicode.Scalar(value & 0x1F_FFFF) ?? "\u{FFFD}", 4)
  }
}
