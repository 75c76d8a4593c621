import Testing

@testable import WinnowText

@Suite struct LettersTests {
  @Test("The table says of every scalar what the database says")
  func everyScalar() {
    var letters = 0
    for value in UInt32(0)..<0x11_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let letter = Letters.shared[scalar]
      let asked = Letters.ask(value)
      let isRight =
        letter.isWordPart == asked.isWordPart && letter.lowerCase == asked.lowerCase
        && letter.isApostrophe == asked.isApostrophe
      #expect(isRight, "\(value)")
      if letter.isWordPart { letters += 1 }
    }
    #expect(letters > 100_000)
  }

  @Test("A letter's lower case may be several scalars")
  func several() {
    #expect(Letters.shared["Ж"].lowerCase == "ж")
    #expect(Letters.shared["語"].lowerCase == "語")
    #expect(Letters.shared["İ"].lowerCase == nil)
  }
}
