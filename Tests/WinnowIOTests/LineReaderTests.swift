import Glibc
import Testing
import WinnowIO

@Suite struct LineReaderTests {
  private let temporary: TemporaryDirectory

  init() throws { temporary = try TemporaryDirectory() }

  private func lines(_ text: String) throws -> [String] {
    try temporary.write("a", text)
    let file = try temporary.directory.open("a")
    let reader = LineReader(file.raw, "a")
    var lines: [String] = []
    while let line = try reader.next() { lines.append(String(decoding: line, as: UTF8.self)) }
    #expect(try reader.next() == nil, "the end stays the end")
    return lines
  }

  @Test(
    "Lines come without their newlines, the last one with or without",
    arguments: [
      ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("\n", [""]),
      ("\n\n", ["", ""]),
      ("a\r\nb\n", ["a\r", "b"]), ("\na\n\nb", ["", "a", "", "b"]), ("a\u{2028}b", ["a\u{2028}b"]),
    ]
  )
  func short(text: String, expected: [String]) throws {
    #expect(try lines(text) == expected)
  }

  @Test(
    "Lines that are as long as the buffer, shorter or longer by one come whole",
    arguments: [
      1 << 16, 1 << 17, 3 << 16, 1_000_000,
    ]
  )
  func long(length: Int) throws {
    for count in [length - 1, length, length + 1] {
      let line = String(repeating: "x", count: count)
      #expect(try lines("a\n\(line)\nb") == ["a", line, "b"])
      #expect(try lines(line) == [line])
    }
  }

  @Test("Many lines of all lengths come in order")
  func many() throws {
    let expected = (0..<5000).map { String(repeating: "x", count: $0 * 7919 % 211) }
    #expect(try lines(expected.joined(separator: "\n") + "\n") == expected)
  }

  @Test("A line is had as soon as it is written, not when the writer is done")
  func pipe() throws {
    var ends: [CInt] = [0, 0]
    try checked("pipe", "pipe") { Glibc.pipe(&ends) }
    let output = OwnedDescriptor(owning: ends[0])
    let input = OwnedDescriptor(owning: ends[1])
    let reader = LineReader(output.raw, "pipe")
    #expect(!reader.hasLine)
    try input.writeAll(Array("one\ntwo\nthr".utf8), "pipe")
    #expect(try reader.next() == Array("one".utf8))
    #expect(reader.hasLine)
    #expect(try reader.next() == Array("two".utf8))
    #expect(!reader.hasLine)
    try input.writeAll(Array("ee\n".utf8), "pipe")
    #expect(try reader.next() == Array("three".utf8))
  }

  @Test("A refusal of the kernel is told")
  func refused() throws {
    let reader = LineReader(temporary.directory.descriptor, "folder")
    #expect(refusal { _ = try reader.next() } == EISDIR)
  }
}
