import Testing
import WinnowRecord

@Suite struct CRC32CTests {
  private func crc(_ bytes: [UInt8]) -> UInt32 {
    var crc = CRC32C()
    crc.update(bytes)
    return crc.value
  }

  @Test("The check value and those of RFC 3720, appendix B.4, come out")
  func known() {
    #expect(crc(Array("123456789".utf8)) == 0xE306_9283)
    #expect(crc([]) == 0)
    #expect(crc(Array(repeating: 0, count: 32)) == 0x8A91_36AA)
    #expect(crc(Array(repeating: 0xFF, count: 32)) == 0x62A8_AB43)
    #expect(crc(Array(0..<32)) == 0x46DD_794E)
    #expect(crc(Array((0..<32).reversed())) == 0x113F_DB5C)
  }

  @Test("Bytes in pieces of any length have the same checksum")
  func pieces() {
    let bytes = (0..<100).map { UInt8($0 * 7 % 251) }
    for cut in 0...bytes.count {
      var whole = CRC32C()
      whole.update(bytes[..<cut])
      whole.update(bytes[cut...])
      #expect(whole.value == crc(bytes), "\(cut)")
    }
  }
}
