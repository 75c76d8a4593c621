import Testing
import WinnowFormats
import WinnowIO

@Suite struct WETReaderTests {
  private func record(_ type: String, _ body: String, length: Int? = nil, extra: String = "")
    -> String
  {
    """
    WARC/1.0\r
    WARC-Type: \(type)\r
    WARC-Target-URI: https://example.org/\(type)\r
    WARC-Date: 2026-01-02T03:04:05Z\r
    WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r
    \(extra)Content-Type: text/plain\r
    Content-Length: \(length ?? body.utf8.count)\r
    \r
    \(body)\r
    \r

    """
  }

  private func pages(_ text: String, limit: Int = 1000) throws -> [WETReader.Page] {
    let reader = WETReader(ByteReader(Pieces(Array(text.utf8).chunked(100))), "a.wet", limit: limit)
    var pages: [WETReader.Page] = []
    while let page = try reader.next() { pages.append(page) }
    return pages
  }

  @Test("Conversion records are pages, with their address, date and id; others are passed over")
  func records() throws {
    let text = "Füße\r\nWARC/1.0\r\n\r\nend"
    let found = try pages(
      record("warcinfo", "software: x\r\n")
        + record("conversion", text, extra: "x-LANGUAGES: de\r\n")
        + record("metadata", "") + record("conversion", "")
    )
    #expect(found.map(\.body) == [Array(text.utf8), []])
    #expect(found[0].url == "https://example.org/conversion")
    #expect(found[0].date == "2026-01-02T03:04:05Z")
    #expect(found[0].recordID == "<urn:uuid:00000000-0000-0000-0000-000000000001>")
    #expect(try pages("").isEmpty)
  }

  @Test("A page that is longer than the limit comes without its text, and those behind it come")
  func long() throws {
    let found = try pages(
      record("conversion", String(repeating: "x", count: 1001)) + record("conversion", "short")
    )
    #expect(found.map(\.body) == [nil, Array("short".utf8)])
  }

  @Test(
    "A file that ends within a record is damaged, wherever it ends; the records before it are there"
  )
  func cut() throws {
    let first = record("conversion", "one")
    let second = Array(record("conversion", "two").utf8)
    for length in 1..<second.count {
      let text = first + String(decoding: second.prefix(length), as: UTF8.self)
      let reader = WETReader(ByteReader(Pieces([Array(text.utf8)])), "a.wet", limit: 1000)
      #expect(try reader.next()?.body == Array("one".utf8))
      do {
        _ = try reader.next()
        Issue.record("cut off at \(length) was read")
      } catch {
        guard case .damaged(_, let at, _) = error else { throw error }
        #expect(at == first.utf8.count, "\(length)")
      }
    }
  }

  @Test(
    "A wrong length, a missing one and a header without an end are told, with their places",
    arguments: [
      (3, "wanted the end of the WARC record; its Content-Length is wrong"),
      (5, "wanted the end of the WARC record; its Content-Length is wrong"),
      (-1, "the WARC record has no Content-Length"),
    ]
  )
  func lengths(length: Int, reason: String) throws {
    let text = record("conversion", "four", length: length) + record("conversion", "next")
    #expect {
      try pages(text)
    } throws: { error in
      "\(error)".hasPrefix("a.wet: byte ") && "\(error)".hasSuffix(reason)
    }
  }

  @Test("A header of any size is given up, in bounded memory")
  func header() throws {
    let endless = "WARC/1.0\r\n" + String(repeating: "a: b\r\n", count: 2000)
    #expect(throws: FormatError.damaged("a.wet", at: 0, reason: "the WARC header has no end")) {
      try pages(endless)
    }
    let long = "WARC/1.0\r\na: " + String(repeating: "x", count: 1 << 20)
    #expect(throws: FormatError.self) { try pages(long + "\r\n\r\n") }
  }
}
