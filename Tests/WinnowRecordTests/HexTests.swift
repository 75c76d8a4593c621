import Testing
import WinnowRecord

@Suite struct HexTests {
  @Test("All bytes come out as two digits in lower case, and go back")
  func all() {
    let bytes = Array(UInt8.min...UInt8.max)
    let text = Hex.text(bytes)
    #expect(text.hasPrefix("000102030405060708090a0b0c0d0e0f10"))
    #expect(text.hasSuffix("fdfeff"))
    #expect(Hex.bytes(text) == bytes)
    #expect(Hex.bytes(text.uppercased()) == bytes)
    #expect(Hex.bytes("") == [])
  }

  @Test(
    "What is not pairs of hex digits is nil",
    arguments: ["0", "0g", "0x", " 00", "é0", "１２", "-1"]
  )
  func invalid(text: String) {
    #expect(Hex.bytes(text) == nil)
  }

  @Test("An id is read back from its text, and from nothing else")
  func ids() {
    let id = DocumentID(of: Array("abc".utf8))
    let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect("\(id)" == "sha256:\(hex)")
    #expect(DocumentID("sha256:\(hex)") == id)
    #expect(DocumentID(digest: id.digest) == id)
    for text in [
      "", hex, "sha256:", "sha256:\(hex.dropLast(2))", "sha256:\(hex)00", "sha512:\(hex)",
    ] {
      #expect(DocumentID(text) == nil)
    }
  }
}
