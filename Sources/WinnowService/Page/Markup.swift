/// Writes HTML that is well-formed XML too, so that any parser reads it in one way only.
///
/// Names of elements and attributes stand in the program; whatever comes from a document goes through
/// `escaped`, and there is no other way in.
struct Markup {
  typealias Attributes = KeyValuePairs<StaticString, String?>

  private(set) var bytes: [UInt8] = []

  /// An element on a line of its own; attributes that are nil are left out.
  mutating func block(
    _ name: StaticString,
    _ attributes: Attributes = [:],
    _ content: (inout Markup) -> Void
  ) {
    inline(name, attributes, content)
    bytes.append(0x0A)
  }

  mutating func block(_ name: StaticString, _ attributes: Attributes, _ text: String) {
    block(name, attributes) { $0.text(text) }
  }

  mutating func block(_ name: StaticString, _ text: String) { block(name, [:], text) }

  /// An element in the middle of text.
  mutating func inline(
    _ name: StaticString,
    _ attributes: Attributes = [:],
    _ content: (inout Markup) -> Void
  ) {
    open(name, attributes)
    raw(">")
    content(&self)
    raw("</")
    raw(name)
    raw(">")
  }

  mutating func inline(_ name: StaticString, _ attributes: Attributes, _ text: String) {
    inline(name, attributes) { $0.text(text) }
  }

  mutating func inline(_ name: StaticString, _ text: String) { inline(name, [:], text) }

  /// An element that has no content.
  mutating func empty(_ name: StaticString, _ attributes: Attributes) {
    open(name, attributes)
    raw("/>")
  }

  mutating func text(_ text: String) { bytes += Self.escaped(text).utf8 }

  /// Markup that stands in the program.
  mutating func raw(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes += $0 }
  }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    raw("<")
    raw(name)
    for case (let name, let value?) in attributes {
      raw(" ")
      raw(name)
      raw("=\"")
      text(value)
      raw("\"")
    }
  }

  /// Any text as markup that means that text and nothing else, in an element or a quoted attribute.
  ///
  /// What can't be seen, or would turn the text after it around, or may stand in no page, is said in
  /// words: NUL as U+2400, a right-to-left override as ⟨U+202E⟩.
  static func escaped(_ text: String) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: out += "&amp;"
      case 0x3C: out += "&lt;"
      case 0x3E: out += "&gt;"
      case 0x22: out += "&quot;"
      case 0x27: out += "&#39;"
      case 0x09, 0x0A: out.unicodeScalars.append(scalar)
      case 0x7F: out += "\u{2421}"
      case 0..<0x20: out.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value)).picture)
      case _ where scalar.isUnshowable: out += "\u{27E8}\(codePoint(scalar))\u{27E9}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Unicode.Scalar {
  /// The picture of a C0 control character, from the block Control Pictures.
  fileprivate var picture: Unicode.Scalar { Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}" }

  /// C1 controls, characters that are invisible or turn text around (UAX #9), tags, and those that
  /// HTML forbids; not the joiners, which some languages and emoji are spelt with.
  fileprivate var isUnshowable: Bool {
    switch value {
    case 0x80...0x9F, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFEFF, 0xFDD0...0xFDEF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
