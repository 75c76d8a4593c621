import Testing
import WinnowText

@testable import WinnowNames

@Suite struct WordScalarsTests {
  @Test("What is known for a letter by its range belongs to words, and is no sign within them")
  func letters() {
    let letters = (0..<0x3000).compactMap { Unicode.Scalar($0) }.filter(\.isLetter)
    #expect(letters.count == 580)
    #expect(letters.allSatisfy { $0.isWordPart && !$0.isSign })
  }

  @Test("What ends words is neither part of one nor a sign within it")
  func ends() {
    for byte in UInt8.min...0x7F {
      let scalar = Unicode.Scalar(byte)
      #expect(byte.endsWords == !(scalar.isWordPart || scalar.isSign))
      #expect(byte.isPlainLetter == (scalar.isLetter))
    }
    #expect((UInt8(0x80)...0xFF).allSatisfy { !$0.endsWords && !$0.isPlainLetter })
  }
}
