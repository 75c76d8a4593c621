import Testing
import WinnowText

@Suite struct CompositionTests {
  private func document(_ text: String) -> Document { Document(utf8: Array(text.utf8)) }

  private func told(_ document: Document) -> [String] {
    document.edits.map { edit in
      let was = String(decoding: document.originalText(of: edit), as: UTF8.self)
      return "\(edit.at.lowerBound)-\(edit.at.upperBound) \(was.debugDescription) \(edit.rule)"
    }
  }

  @Test("A change in a text without edits is one edit")
  func plain() {
    let changed = document("one\ntwo\nthree\n").applying([Change(at: 4..<8, rule: "x")])
    #expect(changed.text == Array("one\nthree\n".utf8))
    #expect(told(changed) == [#"4-4 "two\n" x"#])
  }

  @Test("No changes leave the document as it is")
  func nothing() {
    let original = document("one  two\n")
    #expect(original.applying([]).edits == original.edits)
  }

  @Test("A removed line takes the edits inside it along, and the original spelling is told")
  func removedLine() {
    // The second line is "b c" and had two spaces and a carriage return.
    let changed = document("a\nb  c\r\nd\n").applying([Change(at: 2..<6, rule: "x")])
    #expect(changed.text == Array("a\nd\n".utf8))
    #expect(told(changed) == [#"2-2 "b  c\r\n" x"#])
  }

  @Test("Edits before and after a change keep their place in the new text")
  func around() {
    let changed = document("a  b\nxx\nc  d\n").applying([
      Change(at: 4..<6, replacement: Array("long".utf8), rule: "x")
    ])
    #expect(changed.text == Array("a b\nlong\nc d\n".utf8))
    #expect(
      told(changed) == [#"1-2 "  " text.space"#, #"4-8 "xx" x"#, #"10-11 "  " text.space"#]
    )
  }

  @Test("A change that touches an edit leaves it alone")
  func neighbour() {
    let changed = document("ab  cd\n").applying([
      Change(at: 0..<2, replacement: Array("X".utf8), rule: "x"),
      Change(at: 3..<5, replacement: Array("Y".utf8), rule: "y"),
    ])
    #expect(changed.text == Array("X Y\n".utf8))
    #expect(told(changed) == [#"0-1 "ab" x"#, #"1-2 "  " text.space"#, #"2-3 "cd" y"#])
  }

  @Test("A change next to the place where something was taken out leaves that edit alone")
  func nextToRemoval() {
    // U+200B stood between "ab" and "cd".
    let source = document("ab\u{200B}cd\n")
    let after = source.applying([Change(at: 2..<4, rule: "x")])
    #expect(after.text == Array("ab\n".utf8))
    #expect(told(after) == ["2-2 \"\u{200B}\" text.control".debugEscaped, #"2-2 "cd" x"#])
    let before = source.applying([Change(at: 0..<2, rule: "x")])
    #expect(before.text == Array("cd\n".utf8))
    #expect(told(before) == [#"0-0 "ab" x"#, "0-0 \"\u{200B}\" text.control".debugEscaped])
  }

  @Test("An edit that reaches over a change's border is drawn in, and its text outside stays")
  func overBorder() {
    // "é́" of two marks: one edit over e and its accent; the change begins in the middle of it.
    let source = document("xa\u{301}\u{323}y\n")
    #expect(source.text == Array("x\u{1EA1}\u{301}y\n".utf8))
    let changed = source.applying([Change(at: 4..<7, rule: "x")])
    #expect(changed.text == Array("x\u{1EA1}\n".utf8))
    #expect(told(changed) == ["1-4 \"a\u{301}\u{323}y\" x".debugEscaped])
  }

  @Test("Of two changes that share an edit the first stands")
  func sharedEdit() {
    let changed = document("xa\u{301}\u{323}y\n").applying([
      Change(at: 0..<4, rule: "x"), Change(at: 4..<7, rule: "y"),
    ])
    #expect(changed.text == Array("\u{301}y\n".utf8))
    #expect(changed.edits.map(\.rule) == ["x"])
  }

  @Test("Any changes, made any number of times, still lead back to the original", arguments: 0..<12)
  func random(seed: Int) {
    var generator = SeededGenerator(UInt64(seed + 100))
    for _ in 0..<40 {
      var source = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...120, using: &generator) {
        if let scalar = Samples.awkward.randomElement(using: &generator) { source.append(scalar) }
      }
      var bytes = Array(String(source).utf8)
      if Bool.random(using: &generator) {
        bytes.insert(0xFF, at: Int.random(in: 0...bytes.count, using: &generator))
      }
      var document = Document(bytes)
      for _ in 0..<3 {
        document = document.applying(changes(in: document.text, &generator))
        #expect(restored(document) == bytes)
        #expect(
          zip(document.edits, document.edits.dropFirst()).allSatisfy {
            $0.at.upperBound <= $1.at.lowerBound && $0.was.upperBound <= $1.was.lowerBound
          }
        )
      }
    }
  }

  /// Changes at random places between scalars, in order, some of them touching.
  private func changes(in text: [UInt8], _ generator: inout SeededGenerator) -> [Change] {
    let borders = text.indices.filter { text[$0] & 0xC0 != 0x80 } + [text.count]
    var changes: [Change] = []
    var place = 0
    while place < borders.count {
      let start = place + Int.random(in: 0...6, using: &generator)
      let end = start + Int.random(in: 0...5, using: &generator)
      guard end < borders.count else { break }
      let new = ["", "", "-", "Ж", "\n", "new"].randomElement(using: &generator) ?? ""
      changes.append(
        Change(at: borders[start]..<borders[end], replacement: Array(new.utf8), rule: "x")
      )
      place = max(end, start + 1)
    }
    return changes
  }

  /// Undoes the edits the slow and plain way.
  private func restored(_ document: Document) -> [UInt8] {
    let encoding = document.decoded.encoding
    var bytes = encoding.mark
    var done = 0
    for edit in document.edits {
      bytes += encoding.encode(document.text[done..<edit.at.lowerBound]) ?? []
      switch document.original(of: edit) {
      case .bytes(let original): bytes += original
      case .text(let text): bytes += encoding.encode(text) ?? []
      }
      done = edit.at.upperBound
    }
    return bytes + (encoding.encode(document.text[done...]) ?? [])
  }
}

extension String {
  /// As `debugDescription` shows what stands between the quotation marks.
  fileprivate var debugEscaped: String {
    let parts = split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return self }
    return parts[0] + String(parts[1]).debugDescription + parts[2]
  }
}
