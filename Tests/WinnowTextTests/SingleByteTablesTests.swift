import Glibc
import Testing

@testable import WinnowText

/// What the C library's iconv(3) makes of one byte.
///
/// - Returns: nil where the byte means nothing in the encoding.
private func iconv(_ byte: UInt8, from name: String) throws -> [UInt8]? {
  let converter = try #require(iconv_open("UTF-8", name))
  defer { iconv_close(converter) }
  var input = [CChar(bitPattern: byte)]
  var output = [CChar](repeating: 0, count: 8)
  var (inputLeft, outputLeft) = (1, 8)
  let answer = input.withUnsafeMutableBufferPointer { from in
    output.withUnsafeMutableBufferPointer { to in
      var (source, target) = (from.baseAddress, to.baseAddress)
      return iconv(converter, &source, &inputLeft, &target, &outputLeft)
    }
  }
  return answer == 0 ? output.prefix(8 - outputLeft).map { UInt8(bitPattern: $0) } : nil
}

@Suite struct SingleByteTablesTests {
  /// Our encodings by the C library's names.
  static let names: [(Encoding, String)] = [
    (.windows1251, "CP1251"), (.windows1252, "CP1252"), (.windows1250, "CP1250"),
    (.koi8u, "KOI8-U"), (.koi8r, "KOI8-R"), (.iso8859Part5, "ISO-8859-5"),
    (.iso8859Part2, "ISO-8859-2"),
  ]

  @Test("All 256 bytes mean what iconv says they mean, and go back", arguments: names)
  func table(encoding: Encoding, name: String) throws {
    #expect(encoding.upperHalf?.count == 128)
    for byte in UInt8.min...UInt8.max {
      let decoded = Decoded(Array(repeating: 0x61, count: 20) + [byte], as: encoding)
      let expected = try iconv(byte, from: name)
      if let expected {
        #expect(decoded.broken.isEmpty, "\(byte)")
        #expect(decoded.utf8.dropFirst(20) == expected[...], "\(byte)")
        #expect(encoding.encode(expected) == [byte], "\(byte)")
      } else {
        #expect(decoded.broken.map(\.bytes) == [[byte]], "\(byte)")
      }
    }
  }

  @Test("A character that an encoding lacks has no bytes in it")
  func missing() {
    #expect(Encoding.windows1251.encode(Array("é".utf8)) == nil)
    #expect(Encoding.iso8859Part5.encode(Array("ґ".utf8)) == nil)
    #expect(Encoding.windows1252.encode(Array("\u{FFFD}".utf8)) == nil)
    #expect(Encoding.windows1252.encode(Array("a漢".utf8)) == nil)
    #expect(Encoding.utf16Big.encode(Array("😀".utf8)) == [0xD8, 0x3D, 0xDE, 0x00])
  }
}
