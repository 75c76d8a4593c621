import Testing

@testable import WinnowNames

@Suite struct WordNumbersTests {
  private func numbers(_ text: String) -> WordNumbers {
    WordNumbers(NameTokens.split(Array(text.utf8)))
  }

  @Test("A capitalised word has one number however it is accented, one in lower case none")
  func numbers() {
    #expect(numbers("Łukašenka met Lukasenka and Putin").numbers == [0, -1, 0, -1, 1])
  }

  @Test("A word that stands in lower case somewhere is known for it")
  func lowerCase() {
    let words = numbers("Most of them, but most not in Most or Minsk")
    #expect(words.isLowercase == [true, false])
    #expect(words.count == 2)
  }

  @Test("Of a word in two scripts every one has a number of its own")
  func mixed() {
    // The second and third letters are Cyrillic and Latin.
    #expect(numbers("Kаlin Kаlin").numbers == [0, 1])
  }
}
