import Foundation
import Testing
import WinnowRecord
import WinnowText

@Suite struct ImportedRecordTests {
  private let now = "2026-05-06T07:08:09.123Z"
  private let text = Array("Skip to content\r\nA day in May\n".utf8)

  private func refusal(of line: [UInt8]) -> String? {
    do throws(RecordError) {
      _ = try ImportedRecord(line[...], received: now)
      return nil
    } catch {
      return error.description
    }
  }

  @Test("A record that was received stays as it is, to the byte")
  func received() throws {
    let line = TestRecord.line(text)
    let record = try ImportedRecord(line[...], received: now)
    #expect(record.line == line && record.original == text)
    #expect(record.id == DocumentID(of: text) && record.path == "site/page.txt")
  }

  @Test("A record that nobody has received gets the time, and nothing else of it changes")
  func stamped() throws {
    let line = TestRecord.of(
      Document(text),
      original: text,
      path: #"a ,"received":null b"#,
      received: nil
    ).line()
    // A slice that does not begin at 0, as the lines of a file are.
    let record = try ImportedRecord(([0x0A] + line)[1...], received: now)
    let wanted = TestRecord.resealed(line) {
      $0.replacingOccurrences(of: #"b","received":null"#, with: #"b","received":"\#(now)""#)
    }
    #expect(record.line == wanted)
    #expect(try Restorer.restore(record.line[...]) == text)
  }

  @Test("What came beside the text of a JSON line is no hindrance")
  func meta() throws {
    let line = TestRecord.of(
      Document(text),
      original: text,
      meta: Array(#"{"crc":1,"x":[2]}"#.utf8)
    ).line()
    #expect(try ImportedRecord(line[...], received: now).line == line)
  }

  @Test("What is no whole record is refused with the reason")
  func refused() {
    let line = TestRecord.line(text)
    var flipped = line
    flipped[line.count / 2] ^= 1
    #expect(refusal(of: flipped) == "the CRC is missing or does not hold")
    #expect(refusal(of: Array(line.dropLast())) == "the CRC is missing or does not hold")
    #expect(refusal(of: []) == "the CRC is missing or does not hold")
    func changed(_ old: String, _ new: String) -> String? {
      let changed = TestRecord.resealed(line) { $0.replacingOccurrences(of: old, with: new) }
      #expect(changed != line)
      return refusal(of: changed)
    }
    #expect(changed("A day", "A way") == "undoing the edits does not give bytes with this id")
    #expect(changed(#""title":null,"#, "") == "'title' is not where it belongs")
    #expect(changed(#""rules""#, #""rules":"","rules""#) == "'crc' is not where it belongs")
    #expect(changed(#""bytes":3"#, #""bytes":4"#)?.hasPrefix("it says 4") == true)
    #expect(changed(#""title":null"#, #""title":nil"#)?.contains("a value is missing") == true)
    var latin = Array(line.dropLast(Seal.length))
    latin[latin.count - 2] = 0xE9
    Seal.close(&latin)
    #expect(refusal(of: latin) == "it is not UTF-8")
  }
}
