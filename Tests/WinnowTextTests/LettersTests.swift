import Testing

@testable import WinnowText

@Suite struct LettersTests {
  @Test("The tables say of every scalar what the database says")
  func everyScalar() {
    var letters = 0
    for value in UInt32(0)..<0x11_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isWordPart = Letters.isWordPart(scalar)
      if isWordPart { letters += 1 }
      let isRight = isWordPart == Letters.ask(isWordPart: value)
      #expect(isRight, "\(value)")
      let lower = Letters.lowerCase(of: scalar)
      let isLower = lower == Unicode.Scalar(Letters.ask(lowerCase: value))
      #expect(isLower, "\(value)")
    }
    #expect(letters > 100_000)
  }
}
