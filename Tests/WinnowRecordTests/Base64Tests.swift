import Foundation
import Testing
import WinnowRecord

@Suite struct Base64Tests {
  @Test(
    "The test vectors of RFC 4648 come out, and go back",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ]
  )
  func vectors(text: String, encoded: String) {
    #expect(Base64.encode(Array(text.utf8)) == Array(encoded.utf8))
    #expect(Base64.decode(Array(encoded.utf8)) == Array(text.utf8))
  }

  @Test("Random bytes come out as Foundation has them, and go back")
  func random() {
    var generator = SeededGenerator(4648)
    for count in 0..<100 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let encoded = Base64.encode(bytes)
      #expect(encoded == Array(Data(bytes).base64EncodedString().utf8))
      #expect(Base64.decode(encoded) == bytes)
    }
  }

  @Test(
    "What is not base64 is nil",
    arguments: [
      "Z", "Zg", "Zg=", "====", "Z===", "=Zg=", "Zg==Zg==", "Zm9v\n", "Zm-_", "Zm9 ", "Zmé", "Zg=a",
    ]
  )
  func invalid(text: String) {
    #expect(Base64.decode(Array(text.utf8)) == nil)
  }
}
