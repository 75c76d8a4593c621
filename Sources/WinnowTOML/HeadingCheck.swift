/// Finds the first heading of a TOML file that no name begins, such as `[é]`.
///
/// The parser's assertion on such a heading would end the whole program. Nothing else is checked, and
/// what the parser refuses before the heading may be misread here.
struct HeadingCheck {
  private let text: [UInt8]
  private var at = 0

  private init(_ text: [UInt8]) { self.text = text }

  /// The heading's line, counted from 1; nil where there is none.
  static func firstNameless(_ text: [UInt8]) -> Int? {
    var check = HeadingCheck(text)
    while check.at < text.count {
      if check.isNameless() { return 1 + text[..<check.at].count { $0 == 0x0A } }
      check.skipStatement()
    }
    return nil
  }

  private func byte(_ place: Int) -> UInt8 { place < text.count ? text[place] : 0x0A }

  private func isBlank(_ place: Int) -> Bool { byte(place) == 0x20 || byte(place) == 0x09 }

  /// Whether a heading begins here whose name begins with neither a letter, a digit, `-`, `_` nor a
  /// quotation mark.
  private func isNameless() -> Bool {
    var place = at
    while isBlank(place) { place += 1 }
    guard byte(place) == UInt8(ascii: "[") else { return false }
    place += byte(place + 1) == UInt8(ascii: "[") ? 2 : 1
    while isBlank(place) { place += 1 }
    switch byte(place) {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x22, 0x27: return false
    default: return true
    }
  }

  /// Goes on to the next line that is neither in brackets nor in a string.
  private mutating func skipStatement() {
    var depth = 0
    while at < text.count {
      let byte = text[at]
      switch byte {
      case 0x22, 0x27: skipString(byte)
      case UInt8(ascii: "#"): at = text[at...].firstIndex(of: 0x0A) ?? text.count
      default:
        at += 1
        if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
        if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth -= 1 }
        if byte == 0x0A, depth <= 0 { return }
      }
    }
  }

  /// Goes behind a string, one of several lines in three quotation marks too.
  private mutating func skipString(_ quote: UInt8) {
    let isLong = byte(at + 1) == quote && byte(at + 2) == quote
    at += isLong ? 3 : 1
    while at < text.count {
      if text[at] == 0x0A, !isLong { return }
      if text[at] == UInt8(ascii: "\\"), quote == 0x22 {
        at += 2
      } else if text[at] == quote, !isLong || (byte(at + 1) == quote && byte(at + 2) == quote) {
        at += isLong ? 3 : 1
        return
      } else {
        at += 1
      }
    }
  }
}
