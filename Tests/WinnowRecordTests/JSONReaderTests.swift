import Foundation
import Testing
import WinnowRecord

@Suite struct JSONReaderTests {
  /// A value as it stands, where nothing but space follows it.
  private func raw(_ json: String) throws -> String? {
    var reader = JSONReader(Array(json.utf8)[...])
    let value = try reader.raw()
    return reader.isAtEnd() ? String(decoding: value, as: UTF8.self) : nil
  }

  private func string(_ json: String) throws -> String {
    var reader = JSONReader(Array(json.utf8)[...])
    return try reader.string()
  }

  @Test(
    "Valid JSON is skipped and copied as it stands",
    arguments: [
      "null", "true", "false", "0", "-0", "-1", "12", "0.5", "-12.25", "1e5", "1E+5", "1.5e-7",
      #""""#, #""a\"b""#, "[]", "{}", "[1,2]", #"{"a":1}"#, #"{"a":{"b":[1,{"c":null}]},"d":"]"}"#,
      "[ 1 ,\t2\n,\r3 ]", #"{ "a" : [ ] }"#, #"["\u00e9","é","😀"]"#, "[[[[[[]]]]]]",
      "123456789012345678901234567890",
    ]
  )
  func valid(json: String) throws {
    #expect(try raw(json) == json)
    #expect(try raw(" \(json)\n") == json)
    // The same judgement as another reader's.
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
    }
  }

  @Test(
    "Invalid JSON is refused",
    arguments: [
      "", " ", "nul", "True", "NaN", "nan", "inf", "Infinity", "-", "+1", "01", "-01", ".5", "1.",
      "1.e5", "1e", "1e+", "0x10", "1_000", "[", "]", "{", "}", "[1", "[1,]", "[,1]", "[,]",
      "[1 2]",
      "[1,,2]", "[1:2]", "{1:2}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{"a" 1}"#,
      #"{"a":1 "b":2}"#,
      #"{"a",1}"#, #"{,"a":1}"#, "{:}", "[}", "{]", "[{]}", #"""#, #""a"#, #""\"#, #""\x""#,
      #""\u12""#,
      #""\u12g4""#, "\"a\nb\"", "\"a\tb\"", "\"\u{0}\"", "'a'", "[1]]", "{}}", "1,2", ":", "// x",
      "[\u{A0}1]", "{\"a\":1,\"a\"}", "[null null]", "[\"a\"\"b\"]", "truefalse",
    ]
  )
  func invalid(json: String) {
    #expect((try? raw(json)) == nil, "\(json)")
  }

  @Test("Bytes that are no UTF-8 become U+FFFD")
  func brokenString() throws {
    var reader = JSONReader([0x22, 0x61, 0xFF, 0x22][...])
    let text = try reader.string()
    #expect(text == "a\u{FFFD}")
  }

  @Test(
    "Escapes stand for their characters",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"),
      (#""\u0000""#, "\u{0}"), (#""\ud83d\ude00""#, "😀"), (#""\uD83D\uDE00x""#, "😀x"),
      (#""\udbff\udfff""#, "\u{10FFFF}"),
    ]
  )
  func escapes(json: String, text: String) throws {
    #expect(try string(json) == text)
  }

  @Test(
    "Half a surrogate pair becomes U+FFFD",
    arguments: [
      (#""\ud83d""#, "\u{FFFD}"), (#""\ude00""#, "\u{FFFD}"), (#""\ud83dx""#, "\u{FFFD}x"),
      (#""\ud83d\n""#, "\u{FFFD}\n"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
      (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"),
    ]
  )
  func surrogates(json: String, text: String) throws {
    #expect(try string(json) == text)
  }

  @Test("A string is read, or null, or nothing else")
  func optionalString() throws {
    var reader = JSONReader(Array(#"null "a" 1"#.utf8)[...])
    let values = [try reader.optionalString(), try reader.optionalString()]
    #expect(values == [nil, "a"])
    #expect(throws: JSONReader.Malformed(at: 9, wanted: "'\"'")) { try reader.optionalString() }
  }

  @Test(
    "A whole number is read, and a fraction or a number too large refused",
    arguments: [
      ("12", 12), ("-7", -7), ("9223372036854775807", Int.max), ("1.5", nil), ("1e3", nil),
      ("\"1\"", nil), ("9223372036854775808", nil), ("null", nil), ("", nil),
    ] as [(String, Int?)]
  )
  func integers(json: String, value: Int?) {
    var reader = JSONReader(Array(json.utf8)[...])
    let read = try? reader.integer()
    #expect(read == value)
  }

  @Test("Objects and arrays hand over what is in them, in order")
  func containers() throws {
    var seen: [String] = []
    var reader = JSONReader(Array(#" { "a" : [1, 2] , "b":{}, "a": "x" } "#.utf8)[...])
    try reader.object(orElse: { $0 }) { reader, key throws(JSONReader.Malformed) in
      if key == "a" && seen.isEmpty {
        try reader.array(orElse: { $0 }) { reader throws(JSONReader.Malformed) in
          seen.append("\(try reader.integer())")
        }
      } else {
        seen.append(key + String(decoding: try reader.raw(), as: UTF8.self))
      }
    }
    #expect(seen == ["1", "2", "b{}", #"a"x""#])
    let isAtEnd = reader.isAtEnd()
    #expect(isAtEnd)
  }

  @Test(
    "An object that ends badly is refused",
    arguments: [
      "", "[", "{", #"{"a":1"#, #"{"a":1,}"#, #"{"a":1 "b":2}"#, "{1:2}", #"{"a" 1}"#, #"{"a":1]"#,
    ]
  )
  func badObjects(json: String) {
    var reader = JSONReader(Array(json.utf8)[...])
    #expect(throws: JSONReader.Malformed.self) {
      try reader.object(orElse: { $0 }) { reader, _ throws(JSONReader.Malformed) in
        _ = try reader.raw()
      }
    }
  }

  @Test("A million brackets deep is no trouble")
  func deep() throws {
    let depth = 1_000_000
    let arrays = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(try raw(arrays)?.utf8.count == 2 * depth)
    #expect(throws: JSONReader.Malformed.self) { try raw(String(repeating: "[", count: depth)) }
    let objects = String(repeating: #"{"a":"#, count: depth)
    #expect(throws: JSONReader.Malformed.self) { try raw(objects) }
  }
}
