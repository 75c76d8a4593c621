import Testing
import WinnowText

@Suite struct BinaryTests {
  @Test(
    "A file that is no text leaves an empty text and one edit with all of its bytes",
    arguments: [
      Array("\u{89}PNG\r\n".utf8) + Array(repeating: UInt8(0), count: 64),
      [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 62, 0],
      [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFE, 0, 1, 2, 3, 4, 5, 6, 7],
    ]
  )
  func binary(bytes: [UInt8]) throws {
    let document = Document(bytes)
    #expect(document.text.isEmpty)
    #expect(document.lines.isEmpty)
    let edit = try #require(document.edits.first)
    #expect(document.edits.count == 1)
    #expect(edit.rule == TextRule.binary)
    #expect(edit.at == 0..<0)
    #expect(document.original(of: edit) == .bytes(bytes))
    #expect(document.decoded.encoding == .utf8)
  }

  @Test("A text with a stray control character or two is text")
  func stray() {
    let document = Document(Array("A bell\u{7} rings in the tower of the town hall.\n".utf8))
    #expect(document.text == Array("A bell rings in the tower of the town hall.\n".utf8))
    #expect(document.edits.map(\.rule) == [TextRule.control])
  }

  @Test("Up to a tenth of control characters is text, more is not")
  func border() {
    let letters = Array(repeating: UInt8(ascii: "a"), count: 18)
    #expect(Document(letters + [0x01, 0x01]).text == letters + [0x0A])
    #expect(Document(letters.dropLast() + [0x01, 0x01]).text.isEmpty)
  }

  @Test("No bytes are a text without lines, without edits")
  func empty() {
    let document = Document([])
    #expect(document.text.isEmpty)
    #expect(document.edits.isEmpty)
    #expect(document.decoded.encoding == .utf8)
  }

  @Test("Newlines and tabs are no control characters")
  func newlines() {
    #expect(Document(Array("a\n\n\n\n\n\n\n\t\r\n\r\nb".utf8)).text == Array("a\nb\n".utf8))
  }
}
