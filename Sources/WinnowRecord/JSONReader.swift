/// Reads JSON (RFC 8259) from bytes, value by value, without building a tree.
///
/// Whatever is not asked for is skipped and can be copied as it stands.
package struct JSONReader {
  package struct Malformed: Error, Equatable {
    /// Where the reader stopped, as an index of the bytes it was given.
    package let at: Int
    package let wanted: String

    package init(at: Int, wanted: String) {
      self.at = at
      self.wanted = wanted
    }
  }

  private let bytes: ArraySlice<UInt8>
  package private(set) var at: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  /// Reads an object and hands over each key; the body must read the value.
  package mutating func object<Failure: Error>(
    orElse wrap: (Malformed) -> Failure,
    _ body: (inout JSONReader, String) throws(Failure) -> Void
  ) throws(Failure) {
    do { try expect("{") } catch { throw wrap(error) }
    if take("}") { return }
    repeat {
      let key: String
      do {
        key = try string()
        try expect(":")
      } catch { throw wrap(error) }
      try body(&self, key)
    } while take(",")
    do { try expect("}") } catch { throw wrap(error) }
  }

  /// Reads an array; the body must read each value.
  package mutating func array<Failure: Error>(
    orElse wrap: (Malformed) -> Failure,
    _ body: (inout JSONReader) throws(Failure) -> Void
  ) throws(Failure) {
    do { try expect("[") } catch { throw wrap(error) }
    if take("]") { return }
    repeat { try body(&self) } while take(",")
    do { try expect("]") } catch { throw wrap(error) }
  }

  /// Reads a string; half a surrogate pair becomes U+FFFD.
  package mutating func string() throws(Malformed) -> String {
    String(decoding: try utf8(), as: UTF8.self)
  }

  /// Reads a string as UTF-8.
  package mutating func utf8() throws(Malformed) -> [UInt8] {
    try expect("\"")
    var out: [UInt8] = []
    var done = at
    while at < bytes.endIndex {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        out += bytes[done..<at]
        at += 1
        return out
      case UInt8(ascii: "\\"):
        out += bytes[done..<at]
        at += 1
        out.append(contentsOf: UTF8.encode(try escape()) ?? .init())
        done = at
      case 0..<0x20: throw Malformed(at: at, wanted: "an escape for a control character")
      default: at += 1
      }
    }
    throw Malformed(at: at, wanted: "the end of a string")
  }

  /// Reads a string or null.
  package mutating func optionalString() throws(Malformed) -> String? {
    try optionalUTF8().map { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads a string as UTF-8, or null.
  package mutating func optionalUTF8() throws(Malformed) -> [UInt8]? {
    skipSpaces()
    if bytes[at...].starts(with: "null".utf8) {
      at += 4
      return nil
    }
    return try utf8()
  }

  /// Reads a whole number.
  package mutating func integer() throws(Malformed) -> Int {
    let start = at
    let digits = try raw()
    guard let value = Int(String(decoding: digits, as: UTF8.self)) else {
      throw Malformed(at: start, wanted: "a whole number")
    }
    return value
  }

  /// Skips a value and returns it as it stands.
  package mutating func raw() throws(Malformed) -> ArraySlice<UInt8> {
    skipSpaces()
    let start = at
    // Whether each container that is open is an object: on a stack of its own, so that no depth of
    // nesting exhausts the thread's.
    var open: [Bool] = []
    repeat {
      skipSpaces()
      guard at < bytes.endIndex else { throw Malformed(at: at, wanted: "a value") }
      switch bytes[at] {
      case UInt8(ascii: "\""): _ = try utf8()
      case UInt8(ascii: "{"):
        at += 1
        if !take("}") {
          try skipKey()
          open.append(true)
          continue
        }
      case UInt8(ascii: "["):
        at += 1
        if !take("]") {
          open.append(false)
          continue
        }
      default: try skipLiteral()
      }
      while let isObject = open.last {
        if take(",") {
          if isObject { try skipKey() }
          break
        }
        try expect(isObject ? "}" : "]")
        open.removeLast()
      }
    } while !open.isEmpty
    return bytes[start..<at]
  }

  /// Whether nothing but space is left.
  package mutating func isAtEnd() -> Bool {
    skipSpaces()
    return at == bytes.endIndex
  }

  private mutating func skipKey() throws(Malformed) {
    _ = try utf8()
    try expect(":")
  }

  private mutating func skipLiteral() throws(Malformed) {
    let start = at
    while at < bytes.endIndex, isLiteralPart(bytes[at]) { at += 1 }
    if at == start { throw Malformed(at: at, wanted: "a value") }
    let literal = bytes[start..<at]
    let isWord = ["true", "false", "null"].contains { literal.elementsEqual($0.utf8) }
    if !isWord && !literal.isJSONNumber { throw Malformed(at: start, wanted: "a value") }
  }

  private func isLiteralPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func skipSpaces() {
    while at < bytes.endIndex, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard at < bytes.endIndex, bytes[at] == UInt8(ascii: mark) else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ mark: Unicode.Scalar) throws(Malformed) {
    if !take(mark) { throw Malformed(at: at, wanted: "'\(mark)'") }
  }

  private mutating func escape() throws(Malformed) -> Unicode.Scalar {
    guard at < bytes.endIndex else { throw Malformed(at: at, wanted: "an escape") }
    let letter = bytes[at]
    at += 1
    switch letter {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw Malformed(at: at - 1, wanted: "an escape")
    }
  }

  private mutating func unicodeEscape() throws(Malformed) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    let isPair = bytes[at...].starts(with: #"\u"#.utf8) && UTF16.isLeadSurrogate(first)
    guard isPair else { return "\u{FFFD}" }
    let start = at
    at += 2
    let second = try unit()
    guard UTF16.isTrailSurrogate(second) else {
      at = start
      return "\u{FFFD}"
    }
    return UTF16.decode(UTF16.EncodedScalar([first, second]))
  }

  private mutating func unit() throws(Malformed) -> UInt16 {
    guard at + 4 <= bytes.endIndex,
      let pair = Hex.bytes(String(decoding: bytes[at..<at + 4], as: UTF8.self))
    else { throw Malformed(at: at, wanted: "four hex digits") }
    at += 4
    return UInt16(pair[0]) << 8 | UInt16(pair[1])
  }
}

extension ArraySlice<UInt8> {
  /// Whether it is a number as JSON writes them: no plus, no leading zero, digits around the point.
  fileprivate var isJSONNumber: Bool {
    var rest = self
    func take(_ marks: String) -> Bool {
      guard let first = rest.first, marks.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    func takeDigits() -> Bool {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count > 0
    }
    _ = take("-")
    if !take("0") && !takeDigits() { return false }
    if take(".") && !takeDigits() { return false }
    if take("eE") {
      _ = take("+-")
      if !takeDigits() { return false }
    }
    return rest.isEmpty
  }
}
