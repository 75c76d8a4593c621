/// Finds in a TOML file what the parser would end the program for, where it ought to tell an error.
///
/// Up to the first mistake in a file the parser sees the same tokens as this check. What it asserts,
/// and does not test, is that a heading begins with a name, that a value in a list begins neither
/// with `}` nor with a line separator of Unicode, that a time of day begins with two digits, and that
/// a number it has looked ahead over is still in its buffer of 127 characters. And it calls itself
/// for each level of tables.
struct SyntaxCheck {
  /// What is wrong, and on which line, counted from 1.
  struct Fault: Error {
    let line: Int
    let wants: String
  }

  private static let deepest = 16
  private static let longestWord = 60

  private let text: [UInt8]
  private var at = 0
  /// The brackets that close what is open, the innermost last.
  private var closing: [UInt8] = []
  /// Whether a key is what may stand here, and not a value.
  private var isKey = true
  private var dots = 0

  static func check(_ text: [UInt8]) throws(Fault) {
    var check = SyntaxCheck(text: text)
    try check.run()
  }

  private init(text: [UInt8]) { self.text = text }

  private mutating func run() throws(Fault) {
    if let place = text.firstIndex(of: 0) {
      at = place
      throw fault("wants text, got a NUL byte")
    }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    try skipHeading()
    while at < text.count {
      switch text[at] {
      case 0x0A:
        at += 1
        if closing.isEmpty { try skipHeading() }
      case 0x09, 0x0D, 0x20: at += 1
      case UInt8(ascii: "#"): at = text[at...].firstIndex(of: 0x0A) ?? text.count
      case 0x22, 0x27: skipString(text[at])
      case UInt8(ascii: "["): try open(UInt8(ascii: "]"))
      case UInt8(ascii: "{"): try open(UInt8(ascii: "}"))
      case UInt8(ascii: "]"), UInt8(ascii: "}"): try close()
      case UInt8(ascii: ","):
        at += 1
        beginPart()
      case UInt8(ascii: "="):
        at += 1
        isKey = false
      case UInt8(ascii: ".") where isKey: try skipDot()
      case 0x80...: throw fault("wants only ASCII outside of strings and comments")
      default:
        if isKey { at += 1 } else { try skipWord() }
      }
    }
  }

  private func fault(_ wants: String) -> Fault {
    Fault(line: 1 + text[..<min(at, text.count)].count { $0 == 0x0A }, wants: wants)
  }

  private func byte(_ place: Int) -> UInt8 { place < text.count ? text[place] : 0x0A }

  private func isBlank(_ place: Int) -> Bool { byte(place) == 0x20 || byte(place) == 0x09 }

  private func isDigit(_ place: Int) -> Bool { 0x30...0x39 ~= byte(place) }

  /// A key stands at the beginning of a line and in braces, a value in a list.
  private mutating func beginPart() {
    isKey = closing.last != UInt8(ascii: "]")
    dots = 0
  }

  /// Goes behind the brackets that begin a heading, if one begins on the line that begins here.
  private mutating func skipHeading() throws(Fault) {
    beginPart()
    while isBlank(at) { at += 1 }
    guard byte(at) == UInt8(ascii: "[") else { return }
    var place = at + (byte(at + 1) == UInt8(ascii: "[") ? 2 : 1)
    while isBlank(place) { place += 1 }
    switch byte(place) {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x22, 0x27: at = place
    default: throw fault("wants a table's name after '['")
    }
  }

  private mutating func open(_ bracket: UInt8) throws(Fault) {
    if closing.count == Self.deepest { throw fault("wants at most \(Self.deepest) levels") }
    closing.append(bracket)
    at += 1
    beginPart()
  }

  private mutating func close() throws(Fault) {
    if let wanted = closing.popLast(), wanted != text[at] {
      throw fault("wants '\(Unicode.Scalar(wanted))', got '\(Unicode.Scalar(text[at]))'")
    }
    at += 1
    isKey = false
  }

  private mutating func skipDot() throws(Fault) {
    at += 1
    dots += 1
    if dots == Self.deepest { throw fault("wants a name of at most \(Self.deepest) parts") }
  }

  /// Goes behind a number, a date, or what stands in the place of one.
  private mutating func skipWord() throws(Fault) {
    let end = text[at...].firstIndex { Self.ends.contains($0) } ?? text.count
    let word = text[at..<end]
    if word.count > Self.longestWord { throw fault("wants a value, got a word that is too long") }
    if isDigit(at) {
      let time = word.firstIndex { $0 | 0x20 == UInt8(ascii: "t") } ?? end
      let isTime = time < end || (byte(end) == 0x20 && isDigit(end + 1))
      if isTime, !isDigit(time + 1) || !isDigit(time + 2) { throw fault("wants hours in a time") }
    }
    at = end
  }

  /// What ends a value that is no string.
  private static let ends: [UInt8] = [0x09, 0x0A, 0x0D, 0x20] + Array("]},#".utf8)

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
        // Up to two more belong to the string.
        for _ in 0..<2 where isLong && byte(at) == quote { at += 1 }
        return
      } else {
        at += 1
      }
    }
  }
}
