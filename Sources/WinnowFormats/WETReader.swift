import WinnowIO

/// Reads the pages of a WET file: the conversion records of a WARC file (ISO 28500), as Common Crawl makes them.
package final class WETReader {
  /// One page as plain text.
  package struct Page {
    /// The fields of its header, by their names in lower case.
    let fields: [String: String]
    /// Its text; nil where that is longer than the limit.
    package let body: [UInt8]?

    package var url: String? { fields["warc-target-uri"] }
    package var date: String? { fields["warc-date"] }
    package var recordID: String? { fields["warc-record-id"] }
  }

  /// What no header comes near.
  private static let longestField = 1 << 16
  private static let mostFields = 1000

  private let reader: ByteReader
  private let path: Path
  private let limit: Int

  /// Whether it is a WARC file that begins here.
  package static func begins(_ reader: ByteReader) throws(FormatError) -> Bool {
    try reader.begins(with: Array("WARC/1.".utf8))
  }

  package init(_ reader: ByteReader, _ path: Path, limit: Int) {
    self.reader = reader
    self.path = path
    self.limit = limit
  }

  /// The next page; nil at the end.
  package func next() throws(FormatError) -> Page? {
    while true {
      let start = reader.offset
      guard try reader.begins(with: Array("WARC/1.".utf8)) else {
        if try reader.take(1).isEmpty { return nil }
        throw damaged(start, "wanted a WARC record, or the end; is a Content-Length wrong?")
      }
      let fields = try header(from: start)
      guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
        throw damaged(start, "the WARC record has no Content-Length")
      }
      let isPage = fields["warc-type"]?.lowercased() == "conversion"
      let isHeld = isPage && length <= limit
      let body = isHeld ? Array(try reader.take(length)) : nil
      let passed = isHeld ? body?.count : try reader.skip(length)
      if passed != length { throw cutOff(start) }
      let end = try reader.take(4)
      if end.count < 4 { throw cutOff(start) }
      if !end.elementsEqual("\r\n\r\n".utf8) {
        throw damaged(
          reader.offset - 4,
          "wanted the end of the WARC record; its Content-Length is wrong"
        )
      }
      if isPage { return Page(fields: fields, body: body) }
    }
  }

  /// The fields of a record's header, and with them the empty line behind them.
  private func header(from start: Int) throws(FormatError) -> [String: String] {
    var fields: [String: String] = [:]
    _ = try line(start)
    for _ in 0..<Self.mostFields {
      let line = try line(start)
      if line.isEmpty { return fields }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
        throw damaged(start, "a line of the WARC header has no colon")
      }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
      fields[name] = String(decoding: value, as: UTF8.self)
    }
    throw damaged(start, "the WARC header has no end")
  }

  private func line(_ start: Int) throws(FormatError) -> ArraySlice<UInt8> {
    guard let line = try reader.line(atMost: Self.longestField) else { throw cutOff(start) }
    if line.count > Self.longestField { throw damaged(start, "the WARC header has no end") }
    return line.last == 0x0D ? line.dropLast() : line
  }

  private func cutOff(_ start: Int) -> FormatError {
    damaged(start, "the WARC record that begins here is cut off")
  }

  private func damaged(_ place: Int, _ reason: String) -> FormatError {
    .damaged(path, at: place, reason: reason)
  }
}
