import Foundation
import Testing
import WinnowText

/// An edit as an editor would tell of it: where, what stood there, what stands there now, which rule.
private struct ToldEdit: Equatable, CustomStringConvertible {
  let at: Range<Int>
  let was: String
  let now: String
  let rule: String

  init(_ at: Range<Int>, _ was: String, _ now: String, _ rule: String) {
    self.at = at
    self.was = was
    self.now = now
    self.rule = rule
  }

  var description: String { "\(at) \(was.debugDescription) -> \(now.debugDescription) (\(rule))" }

  // Strings that are canonically equivalent are equal in Swift, which is what must be told apart here.
  static func == (a: ToldEdit, b: ToldEdit) -> Bool {
    a.at == b.at && a.rule == b.rule && Array(a.was.utf8) == Array(b.was.utf8)
      && Array(a.now.utf8) == Array(b.now.utf8)
  }
}

private func expect(
  _ source: String,
  becomes text: String,
  by edits: [ToldEdit],
  _ place: SourceLocation = #_sourceLocation
) {
  let document = Document(utf8: Array(source.utf8))
  #expect(document.text == Array(text.utf8), sourceLocation: place)
  let told = document.edits.map { edit in
    ToldEdit(
      edit.at,
      String(decoding: document.originalText(of: edit), as: UTF8.self),
      String(decoding: document.text[edit.at], as: UTF8.self),
      edit.rule
    )
  }
  #expect(told == edits, sourceLocation: place)
}

@Suite struct NormaliserTests {
  @Test("Plain text is left as it stands")
  func plain() {
    expect("One line.\nДругая строка.\n", becomes: "One line.\nДругая строка.\n", by: [])
  }

  @Test("Whatever the character, the text is in NFC")
  func everyCharacter() {
    for row in stride(from: UInt32(0), to: 0x110000, by: 1 << 12) {
      let scalars = (row..<row + 1 << 12).compactMap(Unicode.Scalar.init)
      let source = scalars.map { "a\($0)b\n" }.joined()
      let text = Document(utf8: Array(source.utf8)).text
      let isNFC = CanonicalComposition.compose(text) == text
      #expect(isNFC, "row \(row)")
    }
  }

  @Test("Every kind of newline becomes a line feed")
  func newlines() {
    expect(
      "a\r\nb",
      becomes: "a\nb\n",
      by: [
        ToldEdit(1..<2, "\r\n", "\n", TextRule.lineEnd),
        ToldEdit(3..<4, "", "\n", TextRule.lineEnd),
      ]
    )
    for newline in ["\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}"] {
      expect(
        "aaaaaaaaaa\(newline)b\n",
        becomes: "aaaaaaaaaa\nb\n",
        by: [
          ToldEdit(10..<11, newline, "\n", TextRule.lineEnd)
        ]
      )
    }
  }

  @Test("A last line without a newline gets one")
  func lastLine() {
    expect("a\nb", becomes: "a\nb\n", by: [ToldEdit(3..<4, "", "\n", TextRule.lineEnd)])
  }

  @Test("Blank lines in a row go as one edit, wherever they stand")
  func blankLines() {
    expect(
      "\n\na\n \n\u{A0}\t\nb\n\n",
      becomes: "a\nb\n",
      by: [
        ToldEdit(0..<0, "\n\n", "", TextRule.blank),
        ToldEdit(2..<2, " \n\u{A0}\t\n", "", TextRule.blank),
        ToldEdit(4..<4, "\n", "", TextRule.blank),
      ]
    )
    expect(" \u{200B} ", becomes: "", by: [ToldEdit(0..<0, " \u{200B} ", "", TextRule.blank)])
  }

  @Test(
    "Every kind of space becomes one plain space",
    arguments: [
      "\u{A0}", "\u{2003}", "\u{202F}", "\u{3000}", "\u{1680}", "\u{205F}", "\t", "  ", " \u{A0} ",
    ]
  )
  func spaces(space: String) {
    expect("a\(space)b\n", becomes: "a b\n", by: [ToldEdit(1..<2, space, " ", TextRule.space)])
  }

  @Test("Spaces at the ends of a line go")
  func outerSpaces() {
    expect(
      "  a \n\tb\n",
      becomes: "a\nb\n",
      by: [
        ToldEdit(0..<0, "  ", "", TextRule.space), ToldEdit(1..<1, " ", "", TextRule.space),
        ToldEdit(2..<2, "\t", "", TextRule.space),
      ]
    )
  }

  @Test(
    "What can't be seen goes: zero-width space, soft hyphen, overrides, control characters",
    arguments: [
      "\u{200B}", "\u{AD}", "\u{202E}", "\u{202A}", "\u{2060}", "\u{2066}", "\u{2069}", "\u{FEFF}",
      "\u{7}", "\u{7F}", "\u{90}", "\u{FFF9}",
    ]
  )
  func invisible(scalar: String) {
    expect(
      "Minsk\(scalar) calls on\n",
      becomes: "Minsk calls on\n",
      by: [
        ToldEdit(5..<6, scalar + " ", " ", TextRule.control)
      ]
    )
    expect(
      "Min\(scalar)sk calls on\n",
      becomes: "Minsk calls on\n",
      by: [
        ToldEdit(3..<3, scalar, "", TextRule.control)
      ]
    )
  }

  @Test(
    "Joiners and direction marks stay: Persian, Hindi, Arabic and emoji are spelt with them",
    arguments: ["می\u{200C}خواهم\n", "क्\u{200D}ष\n", "👩\u{200D}🚀\n", "\u{200F}שלום\u{200E}\n"]
  )
  func joiners(text: String) {
    expect(text, becomes: text, by: [])
  }

  @Test("A letter with its accent apart becomes one character")
  func accents() {
    expect(
      "cafe\u{301} ferme\n",
      becomes: "café ferme\n",
      by: [
        ToldEdit(3..<5, "e\u{301}", "\u{E9}", TextRule.composition)
      ]
    )
    expect(
      "У\u{306}ладзі\u{306}\n",
      becomes: "\u{40E}ладзі\u{306}\n",
      by: [
        ToldEdit(0..<2, "У\u{306}", "\u{40E}", TextRule.composition)
      ]
    )
    // Marks change places by their class (Unicode 16, 3.11); the dot below comes first.
    expect(
      "a\u{301}\u{323}\n",
      becomes: "\u{1EA1}\u{301}\n",
      by: [
        ToldEdit(0..<5, "a\u{301}\u{323}", "\u{1EA1}\u{301}", TextRule.composition)
      ]
    )
    expect(
      "\u{212B} \u{2126}\n",
      becomes: "\u{C5} \u{3A9}\n",
      by: [
        ToldEdit(0..<2, "\u{212B}", "\u{C5}", TextRule.composition),
        ToldEdit(3..<5, "\u{2126}", "\u{3A9}", TextRule.composition),
      ]
    )
    expect(
      "\u{958}\n",
      becomes: "\u{915}\u{93C}\n",
      by: [
        ToldEdit(0..<6, "\u{958}", "\u{915}\u{93C}", TextRule.composition)
      ]
    )
  }

  @Test(
    "What can't be seen between a letter and its accent goes with the edit that joins them",
    arguments: ["", "\u{AD}", "\u{7}", "\u{7F}"]
  )
  func hiddenBeforeAccent(scalar: String) {
    expect(
      "The cafe\(scalar)\u{301} is open\n",
      becomes: "The caf\u{E9} is open\n",
      by: [
        ToldEdit(7..<9, "e\(scalar)\u{301}", "\u{E9}", TextRule.composition)
      ]
    )
  }

  @Test("Parts of a Hangul syllable become one sign")
  func hangul() {
    expect(
      "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}\n",
      becomes: "한글\n",
      by: [
        ToldEdit(0..<3, "\u{1112}\u{1161}\u{11AB}", "한", TextRule.composition),
        ToldEdit(3..<6, "\u{1100}\u{1173}\u{11AF}", "글", TextRule.composition),
      ]
    )
    expect(
      "하\u{11AB}\n",
      becomes: "한\n",
      by: [
        ToldEdit(0..<3, "하\u{11AB}", "한", TextRule.composition)
      ]
    )
  }

  @Test(
    "A character of two marks changes places with the marks before it",
    arguments: [0xF73, 0xF75, 0xF81]
  )
  func doubleMark(character: UInt32) throws {
    let double = try #require(Unicode.Scalar(character))
    let text = "e\u{303}\u{303}\(double)\n"
    let wanted =
      "e\u{303}".precomposedStringWithCanonicalMapping
      + String(double).decomposedStringWithCanonicalMapping + "\u{303}\n"
    #expect(Document(utf8: Array(text.utf8)).text == Array(wanted.utf8))
  }

  @Test("Two marks in one character are put in order, too", arguments: [1, 40, 5_000])
  func doubleMarks(count: Int) {
    let mixed = "e" + String(repeating: "\u{301}\u{F75}", count: count) + "\n"
    let wanted =
      "\u{E9}" + String(repeating: "\u{F71}", count: count)
      + String(repeating: "\u{F74}", count: count)
      + String(repeating: "\u{301}", count: count - 1) + "\n"
    #expect(Document(utf8: Array(mixed.utf8)).text == Array(wanted.utf8))
  }

  @Test("Marks are put in order, however many there are", arguments: [1, 40, 5_000])
  func manyMarks(count: Int) {
    let mixed = "e" + String(repeating: "\u{301}\u{323}", count: count) + "가\u{11A8}\n"
    let wanted =
      "\u{1EB9}" + String(repeating: "\u{323}", count: count - 1)
      + String(repeating: "\u{301}", count: count) + "각\n"
    #expect(Document(utf8: Array(mixed.utf8)).text == Array(wanted.utf8))
  }

  @Test("A run of broken bytes becomes one U+FFFD, whose edit has the bytes")
  func broken() throws {
    let source =
      Array("Прывітанне, ".utf8) + [0xFF, 0xFE] + Array("свет. Добры дзень усім.\n".utf8)
    let document = Document(source)
    #expect(document.text == Array("Прывітанне, \u{FFFD}свет. Добры дзень усім.\n".utf8))
    let edit = try #require(document.edits.first)
    #expect(document.edits.count == 1)
    #expect(edit.rule == TextRule.broken)
    #expect(edit.at == 22..<25)
    #expect(document.original(of: edit) == .bytes([0xFF, 0xFE]))
  }

  @Test("A U+FFFD that stands in the file is text")
  func replacementCharacter() {
    expect("a\u{FFFD}b\n", becomes: "a\u{FFFD}b\n", by: [])
  }

  @Test("The lines are the spans between the newlines")
  func lines() {
    let document = Document(utf8: Array("Ёж\r\n\r\nbb\nc".utf8))
    #expect(document.lines == [0..<4, 5..<7, 8..<9])
  }
}
