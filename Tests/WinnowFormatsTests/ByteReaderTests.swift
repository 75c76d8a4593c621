import Glibc
import Testing
import WinnowFormats
import WinnowIO

@Suite struct ByteReaderTests {
  private func lines(_ text: String) throws -> [String] {
    let reader = ByteReader(Pieces([Array(text.utf8)]))
    var lines: [String] = []
    while let line = try reader.line() ?? reader.takeRest() {
      lines.append(String(decoding: line, as: UTF8.self))
    }
    #expect(try reader.line() == nil && reader.takeRest() == nil, "the end stays the end")
    #expect(reader.offset == text.utf8.count)
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
    let input = OwnedDescriptor(owning: ends[1])
    let reader = ByteReader(FileBytes(OwnedDescriptor(owning: ends[0]), "pipe"))
    try input.writeAll(Array("one\ntwo\nthr".utf8), "pipe")
    #expect(try reader.begins(with: Array("one\nt".utf8)))
    #expect(try !reader.begins(with: Array("oney and much more than was written".utf8)))
    #expect(try reader.line() == Array("one".utf8)[...])
    #expect(try reader.line() == Array("two".utf8)[...])
    try input.writeAll(Array("ee\n".utf8), "pipe")
    #expect(try reader.line() == Array("three".utf8)[...])
  }

  @Test(
    "Of a line longer than the limit comes a byte more than the limit, and the next line is whole"
  )
  func limit() throws {
    for length in [9, 10, 11, 12, 5000, 1_000_000] {
      let text = "ab\n" + String(repeating: "x", count: length) + "\ncd\n"
      for pieces in [
        [Array(text.utf8)],
        text.utf8.prefix(6000).map { [$0] } + [Array(text.utf8.dropFirst(6000))],
      ] {
        let reader = ByteReader(Pieces(pieces))
        #expect(try reader.line(atMost: 10)?.count == 2)
        #expect(try reader.line(atMost: 10)?.count == min(length, 11))
        #expect(try reader.line(atMost: 10) == Array("cd".utf8)[...])
        #expect(reader.offset == text.utf8.count)
        #expect(try reader.line(atMost: 10) == nil && reader.takeRest() == nil)
      }
      let unended = ByteReader(Pieces([Array(text.utf8.dropLast(4))]))
      _ = try unended.line(atMost: 10)
      #expect(try unended.line(atMost: 10) == nil)
      #expect(unended.takeRest()?.count == min(length, 11))
    }
  }

  @Test("Pieces of any size come whole, and lines go on behind them")
  func pieces() throws {
    let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 % 251) }
    let reader = ByteReader(Pieces(bytes.chunked(1000)))
    #expect(try reader.take(5) == bytes[..<5])
    #expect(try reader.take(600_000) == bytes[5..<600_005])
    #expect(try reader.skip(10) == 10)
    #expect(try reader.line() == bytes[600_015...].prefix { $0 != 0x0A })
    let place = reader.offset
    #expect(try reader.take(1_000_000) == bytes[place...])
    #expect(try reader.skip(3) == 0)
  }

  @Test("A refusal of the kernel is told")
  func refused() throws {
    let reader = ByteReader(FileBytes(try OwnedDescriptor(at: "/"), "folder"))
    #expect(throws: FormatError.refused(SystemError("read", "folder", code: EISDIR))) {
      try reader.line()
    }
  }
}
