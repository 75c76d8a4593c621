/// One JSON object of strings, numbers and nulls: all that a reason file is.
///
/// Reading is lenient, for people may edit the files: what it does not know ends the reading, and
/// what was read before counts.
enum FlatJSON {
  enum Value: Equatable {
    case text(String)
    case number(Int)
    case null
  }

  static func line(_ members: [(key: String, value: Value)]) -> [UInt8] {
    let texts = members.map { "\(quoted($0.key)):\(written($0.value))" }
    return Array("{\(texts.joined(separator: ","))}\n".utf8)
  }

  static func members(of bytes: [UInt8]) -> [String: Value] {
    var reader = FlatJSONReader(String(decoding: bytes, as: UTF8.self))
    return reader.members()
  }

  private static func written(_ value: Value) -> String {
    switch value {
    case .text(let text): quoted(text)
    case .number(let number): String(number)
    case .null: "null"
    }
  }

  private static func quoted(_ text: String) -> String {
    let inside = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      case _ where scalar.value < 32 || scalar.value == 127: escaped(scalar.value)
      default: String(scalar)
      }
    }
    return "\"\(inside.joined())\""
  }

  private static func escaped(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

/// Reads the object from its beginning for as long as it understands it.
private struct FlatJSONReader {
  private var rest: Substring.UnicodeScalarView

  init(_ text: String) { rest = Substring(text).unicodeScalars }

  mutating func members() -> [String: FlatJSON.Value] {
    var found: [String: FlatJSON.Value] = [:]
    guard take("{") else { return found }
    while let key = text(), take(":"), let value = value() {
      found[key] = value
      if !take(",") { break }
    }
    return found
  }

  private mutating func value() -> FlatJSON.Value? {
    if let text = text() { return .text(text) }
    let word = String(rest.prefix { $0 != "," && $0 != "}" && !$0.properties.isWhitespace })
    rest.removeFirst(word.unicodeScalars.count)
    return word == "null" ? .null : Int(word).map { .number($0) }
  }

  private mutating func text() -> String? {
    guard take("\"") else { return nil }
    // UTF-16, as the escapes are: a pair of them may be one character.
    var units: [UInt16] = []
    while let scalar = rest.popFirst(), scalar != "\"" {
      if scalar == "\\" {
        guard let unit = escape() else { return nil }
        units.append(unit)
      } else {
        units += Array(String(scalar).utf16)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func escape() -> UInt16? {
    switch rest.popFirst() {
    case "n"?: return 10
    case "t"?: return 9
    case "r"?: return 13
    case "b"?: return 8
    case "f"?: return 12
    case "u"?:
      let digits = String(rest.prefix(4))
      rest.removeFirst(digits.unicodeScalars.count)
      return UInt16(digits, radix: 16)
    case let other?: return UInt16(exactly: other.value)
    case nil: return nil
    }
  }

  private mutating func take(_ wanted: Unicode.Scalar) -> Bool {
    rest = rest.drop { $0.properties.isWhitespace }
    guard rest.first == wanted else { return false }
    rest.removeFirst()
    return true
  }
}
