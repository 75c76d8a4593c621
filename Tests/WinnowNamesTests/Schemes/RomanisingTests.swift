import Testing
import WinnowNames

@Suite struct RomanisingTests {
  @Test(
    "Capitals follow the word: one, or all",
    arguments: [
      "щука": "shchuka", "Щука": "Shchuka", "ЩУКА": "SHCHUKA", "бОРЩ": "bORSHCH", "Щ": "Shch",
      "Ян-Юл": "Yan-Yul", "ЯН": "YAN", "щЩ": "shchShch", "ЦИК": "T͡SIK", "Цо": "T͡So",
      "цо": "t͡so", "ОБЪЁМ": "OBYOM", "Ель": "El’",
    ]
  )
  func capitals(cyrillic: String, latin: String) throws {
    #expect(try TestSchemes.scheme().romanise(cyrillic) == latin)
  }

  @Test(
    "A sequence takes its capitals from its first and last letter",
    arguments: ["Зга": "Xxa", "ЗГА": "XXA", "зга": "xxa", "ЗГа": "XXa"]
  )
  func sequenceCapitals(cyrillic: String, latin: String) throws {
    #expect(try TestSchemes.scheme(rules: "зг=xx").romanise(cyrillic) == latin)
  }

  @Test("What a scheme doesn't know passes through")
  func unknown() throws {
    let text = "Covid-19 «ў» ђ 北京 \u{1F600}\r\n\t"
    #expect(try TestSchemes.scheme().romanise(text) == text)
    #expect(try TestSchemes.scheme().romanise("") == "")
  }

  @Test("Text in decomposed form is read like composed text, and the output is composed")
  func composition() throws {
    let decomposed = "Е\u{308}лкин-Майский".replacing("й", with: "и\u{306}")
    #expect(decomposed.unicodeScalars.count == 16)
    let latin = try #require(try TestSchemes.romanised(decomposed, "ru-ala-lc"))
    #expect(Array(latin.unicodeScalars) == Array("Ëlkin-Maĭskiĭ".unicodeScalars))
  }

  @Test(
    "Rules know what stands before and after",
    arguments: [
      ("(start)е=1", "ее ее", "1e 1e"),
      ("е(end)=1", "ее ее", "e1 e1"),
      ("(vowel)е=1", "ее ле йе", "e1 le ye"),
      ("(consonant)е=1", "ее ле йе", "ee l1 ye"),
      ("(ьъ,start)е=1", "ее ье ле", "1e ’1 le"),
      ("е(л,end)=1", "ел ек е", "1l ek 1"),
      ("(ш)ч=·ch", "Шч ШЧ шЧ", "Sh·ch SH·CH sh·Ch"),
    ]
  )
  func contexts(rule: String, cyrillic: String, latin: String) throws {
    #expect(try TestSchemes.scheme(rules: rule).romanise(cyrillic) == latin)
  }

  @Test("Of two rules that fit the first counts, and rules go before letters")
  func precedence() throws {
    #expect(try TestSchemes.scheme(rules: "ший=1 ши=2").romanise("ший шик ши") == "1 2k 2")
    #expect(try TestSchemes.scheme(rules: "ши=2\nший=1").romanise("ший") == "2y")
  }

  @Test("Letters at the end of a text don't match a longer sequence")
  func cutSequence() throws {
    #expect(try TestSchemes.scheme(rules: "ший=1").romanise("ши") == "shi")
  }
}
