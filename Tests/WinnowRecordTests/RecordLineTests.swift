import Foundation
import Testing
import WinnowRecord
import WinnowText

@Suite struct RecordLineTests {
  private let keys = [
    "v", "id", "path", "received", "bytes", "encoding", "language", "title", "text", "edits",
    "names", "rules", "crc",
  ]

  /// The keys of a line's outer object, in the order in which they are written.
  private func orderedKeys(_ line: [UInt8]) throws -> [String] {
    var keys: [String] = []
    var reader = JSONReader(line[...])
    try reader.object(orElse: { $0 }) { reader, key throws(JSONReader.Malformed) in
      keys.append(key)
      _ = try reader.raw()
    }
    return keys
  }

  @Test("The keys stand in the order of the contract, and all of them are there")
  func order() throws {
    #expect(try orderedKeys(TestRecord.line("One line.\n")) == keys)
    let document = Document(utf8: Array("a\n".utf8))
    let bare = Record(
      id: DocumentID(of: [0x61, 0x0A]),
      path: nil,
      received: nil,
      bytes: 2,
      title: nil,
      document: document,
      rules: "r"
    )
    #expect(try orderedKeys(bare.line()) == keys)
    let object = try TestRecord.object(bare.line())
    for key in ["path", "received", "language", "title"] { #expect(object[key] is NSNull) }
  }

  @Test("A line is, byte for byte, what the contract says")
  func bytes() throws {
    let line = String(decoding: TestRecord.line("a\r\nb"), as: UTF8.self)
    let id = "18745f36a05e29072709042d6062ce54f1b08ff36c27ba80c39f81fb010c8ce2"
    let expected = """
      {"v":1,"id":"sha256:\(id)","path":"site/page.txt","received":"2026-01-02T03:04:05.678Z",\
      "bytes":4,"encoding":"utf-8","language":null,"title":null,"text":"a\\nb\\n","edits":[\
      {"at":[1,2],"was":"\\r\\n","rule":"text.line-end"},{"at":[3,4],"was":"","rule":\
      "text.line-end"}],"names":[],"rules":"0123456789abcdef","crc":"
      """
    #expect(line.hasPrefix(expected))
    #expect(line.utf8.count == expected.utf8.count + 10)
  }

  @Test("Foundation reads a line, and finds the values that were written")
  func decoding() throws {
    struct Line: Decodable {
      struct Edit: Decodable {
        let at: [Int]
        let was: String?
        let rule: String
      }
      let v: Int
      let id: String
      let path: String?
      let bytes: Int
      let encoding: String
      let title: String?
      let text: String
      let edits: [Edit]
      let meta: [String: Int]?
    }
    let original = Array("Ёж  \"спит\".\n\nКонец".utf8)
    let record = TestRecord.of(
      Document(original),
      original: original,
      path: "сайт/\"a\"\\b\n.txt",
      title: "Ёж",
      meta: Array(#"{"n":7}"#.utf8)
    )
    let line = try JSONDecoder().decode(Line.self, from: Data(record.line()))
    #expect(line.v == 1)
    #expect(line.id == "\(DocumentID(of: original))")
    #expect(line.path == "сайт/\"a\"\\b\n.txt")
    #expect(line.bytes == original.count)
    #expect(line.encoding == "utf-8")
    #expect(line.title == "Ёж")
    #expect(line.text == "Ёж \"спит\".\nКонец\n")
    #expect(line.edits.map(\.at) == [[2, 3], [11, 11], [16, 17]])
    #expect(line.edits.map(\.was) == ["  ", "\n", ""])
    #expect(line.edits.map(\.rule) == [TextRule.space, TextRule.blank, TextRule.lineEnd])
    #expect(line.meta == ["n": 7])
  }

  @Test("Places count scalars: an emoji is one, a flag is two, a letter with its mark is two")
  func places() throws {
    let original = Array("😀🇧🇾x\u{301}\u{323}  e\n".utf8)
    let object = try TestRecord.object(TestRecord.line(original))
    let edits = try #require(object["edits"] as? [[String: Any]])
    // The dot below goes before the accent: one edit over x and both marks, places 3 to 6.
    #expect(edits.map { $0["at"] as? [Int] } == [[3, 6], [6, 7]])
    #expect(edits.map { $0["was"] as? String } == ["x\u{301}\u{323}", "  "])
  }

  @Test("Broken bytes are told in base64, in place of text")
  func brokenBytes() throws {
    let original = Array("Добры дзень, свет! ".utf8) + [0xFF, 0x00, 0xFE] + Array("яшчэ\n".utf8)
    let object = try TestRecord.object(TestRecord.line(original))
    let edits = try #require(object["edits"] as? [[String: Any]])
    let broken = edits.filter { $0["rule"] as? String == TextRule.broken }
    #expect(broken.map { $0["bytes"] as? String } == ["/w==", "/g=="])
    #expect(broken.allSatisfy { $0["was"] == nil })
  }

  @Test(
    "What could break a line or a terminal is escaped",
    arguments: [
      ("\u{2028}", #"\u2028"#), ("\u{2029}", #"\u2029"#), ("\u{85}", #"\u0085"#),
      ("\u{80}", #"\u0080"#), ("\u{9F}", #"\u009f"#), ("\u{7F}", #"\u007f"#), ("\u{0}", #"\u0000"#),
      ("\u{1B}", #"\u001b"#), ("\u{8}", #"\u0008"#), ("\n", #"\n"#), ("\r", #"\r"#), ("\t", #"\t"#),
      ("\"", #"\""#), ("\\", #"\\"#),
    ]
  )
  func escapes(scalar: String, escape: String) throws {
    var writer = JSONWriter()
    writer.string("a\(scalar)b")
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"a\(escape)b\"")
    let line = TestRecord.of(
      Document(utf8: [0x61, 0x0A]),
      original: [0x61, 0x0A],
      path: "a\(scalar)b"
    ).line()
    #expect(try TestRecord.object(line)["path"] as? String == "a\(scalar)b")
  }

  @Test(
    "All other characters stand as they are",
    arguments: [
      "é", "ў", "—", "\u{2027}", "\u{202A}", "\u{A0}", "漢", "😀", "/", "<&>", "\u{FFFD}",
    ]
  )
  func plain(text: String) {
    var writer = JSONWriter()
    writer.string(text)
    #expect(writer.bytes == Array("\"\(text)\"".utf8))
  }

  @Test("A line holds no byte below 32, whatever the document")
  func noControl() {
    let original = Array((0...0x2FF).compactMap(Unicode.Scalar.init).map(String.init).joined().utf8)
    for line in [TestRecord.line(original), TestRecord.line(Array(UInt8.min...UInt8.max))] {
      #expect(line.allSatisfy { $0 >= 32 })
    }
  }
}
