import Testing
import WinnowFormats
import WinnowIO

@Suite struct PackingTests {
  private let text = Array(
    (0..<40_000).map { "line \($0 * 7919 % 10_007)\n" }.joined().utf8
  )

  private func unpack(
    _ isGzip: Bool,
    _ packed: [UInt8],
    pieces: Int = 1 << 16,
    by size: Int = 4096
  ) throws(FormatError) -> [UInt8] {
    let source = Pieces(packed.chunked(pieces))
    return isGzip
      ? try GzipBytes(source, "a").all(by: size) : try ZstdBytes(source, "a").all(by: size)
  }

  @Test("What was packed comes out whole, through buffers of any size", arguments: [true, false])
  func whole(isGzip: Bool) throws {
    let packed = isGzip ? gzipped(text) : zstandard(text)
    #expect(packed.count < text.count / 2)
    for size in [7, 4096, 1 << 20] {
      for pieces in [1, 333, 1 << 20] {
        #expect(try unpack(isGzip, packed, pieces: pieces, by: size) == text)
      }
    }
  }

  @Test(
    "Members and frames one after the other are one text, empty ones too",
    arguments: [true, false]
  )
  func many(isGzip: Bool) throws {
    let parts = [text, [], Array("end".utf8), [], []]
    let packed = parts.flatMap { isGzip ? gzipped($0) : zstandard($0) }
    for pieces in [1, 64, 1 << 20] {
      #expect(try unpack(isGzip, packed, pieces: pieces) == text + Array("end".utf8))
    }
  }

  @Test("What comes before a damage is there", arguments: [true, false])
  func damage(isGzip: Bool) throws {
    let packed = (isGzip ? gzipped(text) : zstandard(text)) + Array("garbage".utf8)
    let source = Pieces([packed])
    let unpacked: any ByteSource = isGzip ? try GzipBytes(source, "a") : try ZstdBytes(source, "a")
    let reader = ByteReader(unpacked)
    #expect(try reader.take(text.count) == text[...])
    #expect(throws: FormatError.self) { try reader.take(1) }
  }

  @Test(
    "What is cut off anywhere is an error, and so is what is damaged",
    arguments: [true, false]
  )
  func cut(isGzip: Bool) throws {
    let packed = isGzip ? gzipped(Array(text.prefix(5000))) : zstandard(Array(text.prefix(5000)))
    for length in stride(from: 1, to: packed.count, by: 11) {
      #expect(throws: FormatError.self, "\(length)") {
        try unpack(isGzip, Array(packed.prefix(length)))
      }
    }
    do {
      _ = try unpack(isGzip, packed + Array("garbage".utf8))
      Issue.record("garbage at the end was read")
    } catch {
      guard case .damaged(let path, let at, _) = error else { throw error }
      #expect(path == "a" && (packed.count...packed.count + 7).contains(at))
    }
  }
}
