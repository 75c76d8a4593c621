import Testing

@testable import WinnowTrain

@Suite struct TokensTests {
  private func split(_ text: String) -> [UInt64] { Tokens.split(utf8: text.utf8) }

  @Test("Words are runs of letters, numbers and underscores, whatever their case")
  func words() {
    #expect(split("It's 3.5 km_h!") == split("it s 3 5 KM_H"))
    #expect(split("It's 3.5 km_h!").count == 5)
    #expect(split(" -- ").isEmpty)
    #expect(split("Минск") == split("минск"))
    #expect(split("Минск") != split("минска"))
  }

  @Test("Marks part words, as they do for Python")
  func marks() {
    #expect(split("е\u{301}ж").count == 2)
    #expect(split("½ Ⅷ 三").count == 3)
  }

  @Test("A sigma at a word's end has a small letter of its own")
  func sigma() {
    #expect(split("ΟΔΟΣ") == split("οδος"))
    #expect(split("ΣΑΣ ΜΑΣ.") == split("σας μας"))
  }
}
