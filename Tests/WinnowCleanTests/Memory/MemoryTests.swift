import Testing
import WinnowText

@testable import WinnowClean

@Suite struct MemoryTests {
  private func page(_ number: Int, lines: Int = 10) -> PageLines {
    let text = (0..<lines).map { "Word\(Character(Unicode.Scalar(97 + UInt8($0 % 26)))) of " }
    let body = text.enumerated().map { line, text in
      text + String(repeating: "a", count: line + 1) + " " + String(repeating: "b", count: number)
    }
    return PageLines(Document(utf8: Array((body.joined(separator: "\n") + "\n").utf8)))
  }

  @Test("Sources are remembered apart")
  func apart() {
    var memory = Memory()
    memory.add(page(1), of: "a")
    memory.add(page(2), of: "b")
    #expect(memory.names == ["a", "b"])
    #expect(memory["a"] != memory["b"])
    #expect(memory["c"] == nil)
  }

  @Test("What has changed, kept and read again, is the same memory")
  func rows() throws {
    var memory = Memory()
    var rows: [String: [UInt8]] = [:]
    for number in 1...9 {
      memory.add(page(number), of: "source \(number % 3)")
      rows.merge(memory.takeChanged()) { $1 }
    }
    #expect(memory.takeChanged().isEmpty)
    #expect(try #require(Memory(rows)) == memory)
    #expect(Memory(["a": [1, 2, 3]]) == nil)
  }

  @Test("Beyond its room the source that was silent for longest goes")
  func bounded() {
    var memory = Memory(mostLines: 100)
    for number in 1...10 { memory.add(page(number), of: "source \(number)") }
    memory.add(page(1), of: "source 1")
    _ = memory.takeChanged()
    memory.add(page(11), of: "source 11")
    #expect(!memory.names.contains("source 2"))
    #expect(memory.names.contains("source 1"))
    #expect(memory.names.contains("source 11"))
    #expect(memory.takeChanged()["source 2"] == [])
  }
}
