import Testing
import WinnowRecord

@Suite struct SealTests {
  private let line = TestRecord.line("Гэта  адзін радок.\r\n")

  @Test("A whole line opens and tells its id")
  func whole() throws {
    #expect(try Seal.open(line[...]) == DocumentID(of: Array("Гэта  адзін радок.\r\n".utf8)))
    let padded = [0x20] + line + [0x20]
    #expect(try Seal.open(padded[1...line.count]) == Seal.open(line[...]))
  }

  @Test("Any change of a single byte is refused")
  func everyByte() {
    for place in line.indices {
      for change: UInt8 in [1, 0x20, 0x80, 0xFF] {
        var changed = line
        changed[place] ^= change
        #expect(throws: RecordError.torn) { try Seal.open(changed[...]) }
      }
    }
  }

  @Test("Any line cut short, at either end, is refused")
  func cut() {
    for place in line.indices {
      #expect(throws: RecordError.torn) { try Seal.open(line[..<place]) }
      if place > 0 { #expect(throws: RecordError.torn) { try Seal.open(line[place...]) } }
    }
  }

  @Test("Two torn halves glued together are refused, even where they are valid JSON")
  func glued() throws {
    let other = TestRecord.line("Another line.\n")
    for cut in stride(from: 1, to: min(line.count, other.count), by: 3) {
      let halves = Array(line[..<cut] + other[cut...])
      if halves != other && halves != line {
        #expect(throws: RecordError.torn) { try Seal.open(halves[...]) }
      }
    }
    // Both lines have a text, so the halves fit at its key: JSON that no parser would refuse.
    let text = Array(#""text":"#.utf8)
    let first = try #require(line.indices.first { line[$0...].starts(with: text) })
    let second = try #require(other.indices.first { other[$0...].starts(with: text) })
    let glued = Array(line[..<first] + other[second...])
    #expect(try TestRecord.object(glued)["text"] as? String == "Another line.\n")
    #expect(throws: RecordError.torn) { try Seal.open(glued[...]) }
  }

  @Test(
    "A good CRC over something that is no record is no id",
    arguments: [
      "{", #"{"v":2,"id":"sha256:00""#, #"{"v":1,"id":"sha256:00""#, "",
    ]
  )
  func noID(body: String) {
    var line = Array(body.utf8)
    Seal.close(&line)
    let error: RecordError = body.isEmpty ? .torn : .noID
    #expect(throws: error) { try Seal.open(line[...]) }
  }
}
