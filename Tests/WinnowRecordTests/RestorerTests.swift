import Foundation
import Testing
import WinnowRecord
import WinnowText

@Suite struct RestorerTests {
  /// The pages that the cleaner's tests use.
  private static let pages: [URL] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("WinnowCleanTests/Golden")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".in") }.sorted().map(folder.appendingPathComponent)
  }()

  /// Every second line gone, every third word spelt in another way.
  private func changed(_ document: Document) -> Document {
    var changes: [Change] = []
    for (number, line) in document.lines.enumerated() {
      if number.isMultiple(of: 2) {
        changes.append(Change(at: line.lowerBound..<line.upperBound + 1, rule: "test.line"))
      } else {
        for word in Words.split(document.text, line) where word.at.count.isMultiple(of: 3) {
          changes.append(Change(at: word.at, replacement: Array("Ў😀".utf8), rule: "test.word"))
        }
      }
    }
    return document.applying(changes)
  }

  @Test(
    "Every page comes back to the byte, in every encoding that can say it",
    arguments: Encoding.allCases
  )
  func pages(encoding: Encoding) throws {
    #expect(Self.pages.count >= 24)
    var count = 0
    for page in Self.pages {
      let text = try Array(Data(contentsOf: page))
      guard let bytes = encoding.encode(text) else { continue }
      count += 1
      let original = encoding.mark + bytes
      let document = Document(original)
      #expect(
        try Restorer.restore(TestRecord.of(document, original: original).line()[...]) == original
      )
      // A change may put in what a one-byte encoding can't say: it is never asked to.
      let line = TestRecord.of(changed(document), original: original).line()
      #expect(try Restorer.restore(line[...]) == original, "\(page.lastPathComponent)")
    }
    #expect(count > 0)
  }

  @Test("Random bytes come back", arguments: 0..<10)
  func random(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    for _ in 0..<40 {
      let count = Int.random(in: 0...300, using: &generator)
      let top = UInt8.random(in: 1...255, using: &generator)
      let original = (0..<count).map { _ in UInt8.random(in: 0...top, using: &generator) }
      #expect(try Restorer.restore(TestRecord.line(original)[...]) == original)
    }
  }

  @Test("A line may be a part of a larger buffer")
  func slice() throws {
    let line = TestRecord.line("a  b\n")
    let buffer = Array("xxxx".utf8) + line + Array("yyyy".utf8)
    #expect(try Restorer.restore(buffer[4..<4 + line.count]) == Array("a  b\n".utf8))
  }

  /// A change to the line of "a  b\r\n" and the error that it must lead to.
  struct Tampering: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let error: RecordError
    var testDescription: String { "\(old) -> \(new)" }

    init(_ old: String, _ new: String, _ error: RecordError) {
      self.old = old
      self.new = new
      self.error = error
    }
  }

  private static let missing = RecordError.malformed("id, encoding or text is missing or unknown")

  @Test(
    "A line that was tampered with is refused by the error that fits",
    arguments: [
      Tampering(#""text":"a b\n""#, #""text":"A b\n""#, .notRestored),
      Tampering(#""was":"  ""#, #""was":" ""#, .notRestored),
      Tampering(#""at":[1,2]"#, #""at":[0,1]"#, .notRestored),
      Tampering(#""at":[1,2]"#, #""at":[3,4]"#, .badEdit(1)),
      Tampering(#""at":[3,4]"#, #""at":[0,4]"#, .badEdit(1)),
      Tampering(#""at":[3,4]"#, #""at":[3,5]"#, .badEdit(1)),
      Tampering(#""at":[3,4]"#, #""at":[9223372036854775806,9223372036854775807]"#, .badEdit(1)),
      Tampering(#""at":[1,2]"#, #""at":[-1,2]"#, .badEdit(0)),
      Tampering(#""was":"  ""#, #""bytes":"=A==""#, .badEdit(0)),
      Tampering(#""was":"  ","#, "", .badEdit(0)),
      Tampering(#""encoding":"utf-8""#, #""encoding":"utf-7""#, missing),
      Tampering(#""encoding":"utf-8""#, #""encoding":"utf-16le""#, .notRestored),
      Tampering(#""encoding":"utf-8","#, "", missing),
      Tampering(#""text":"#, #""txet":"#, missing),
      Tampering("\"sha256:", "\"sha255:", missing),
    ]
  )
  func tampering(change: Tampering) throws {
    let line = TestRecord.resealed(TestRecord.line("a  b\r\n")) {
      $0.replacingOccurrences(of: change.old, with: change.new)
    }
    #expect(line != TestRecord.line("a  b\r\n"))
    #expect(throws: change.error) { try Restorer.restore(line[...]) }
  }

  @Test(
    "A place out of order or of the wrong kind is malformed",
    arguments: [
      "[2,1]", "[1]", "[1,2,3]", "[]", "[1.5,2]", "[\"1\",2]", "null", "1",
    ]
  )
  func places(at: String) throws {
    let line = TestRecord.resealed(TestRecord.line("a  b\n")) {
      $0.replacingOccurrences(of: #""at":[1,2]"#, with: "\"at\":\(at)")
    }
    #expect {
      try Restorer.restore(line[...])
    } throws: { error in
      if case .malformed? = error as? RecordError { true } else { false }
    }
  }

  @Test(
    "What is no JSON object, or has something after it, is malformed",
    arguments: [
      "", "[]", "null", "{", #"{"id":1}"#, #"{"text":"a"}{}"#,
    ]
  )
  func malformed(line: String) {
    #expect {
      try Restorer.restore(Array(line.utf8)[...])
    } throws: { error in
      if case .malformed? = error as? RecordError { true } else { false }
    }
  }

  @Test("A line with any bytes changed gives the original or an error, and never anything else")
  func mutations() {
    var generator = SeededGenerator(7)
    let original = Array("Ёж  спит\r\n\u{7}Доўгі радок, у якім ".utf8) + [0xFF] + Array("\n".utf8)
    let line = TestRecord.line(original)
    var refused = 0
    for _ in 0..<4000 {
      var changed = line
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<line.count, using: &generator)
        changed[place] = UInt8.random(in: 0...255, using: &generator)
      }
      do {
        #expect(try Restorer.restore(changed[...]) == original)
      } catch { refused += 1 }
    }
    #expect(refused > 1000)
  }

  @Test("A line cut off anywhere is refused without harm")
  func cut() {
    let line = TestRecord.line("Ёж  спит\r\n\u{7}\n")
    for end in 0..<line.count {
      #expect(throws: RecordError.self) { try Restorer.restore(line[..<end]) }
    }
  }
}
