import Testing
import WinnowNames

@Suite struct ShippedSchemesTests {
  @Test("Every scheme that ships lives up to its examples")
  func examples() throws {
    #expect(try TestSchemes.shipped.get().firstBrokenExample() == nil)
  }

  @Test("Each scheme has its id's file, and at least three examples")
  func files() throws {
    for scheme in try TestSchemes.shipped.get().schemes {
      #expect(scheme.file == "\(scheme.id).toml")
      #expect(scheme.examples.count >= 3, "\(scheme.id)")
    }
  }

  @Test(
    "Each language has official, passport, library, scholarly and press schemes",
    arguments: CyrillicLanguage.allCases
  )
  func kinds(language: CyrillicLanguage) throws {
    let schemes = try TestSchemes.shipped.get().schemes.filter { $0.language == language }
    #expect(Set(schemes.map(\.kind)) == Set(Scheme.Kind.allCases))
  }

  @Test("No Cyrillic letter of its language is left in what a scheme writes")
  func noCyrillicLeft() throws {
    let words = [
      "be": "Вераб’ёў дзьмухавец хвошч", "ru": "Подъёмный цирюльник щёк", "uk": "Їжак ґава з’їзд",
    ]
    for scheme in try TestSchemes.shipped.get().schemes {
      let word = try #require(words[scheme.language.rawValue])
      let latin = scheme.romanise(word)
      #expect(
        !latin.unicodeScalars.contains { 0x400..<0x530 ~= $0.value },
        "\(scheme.id): \(latin)"
      )
    }
  }

  /// A word, a scheme and what the scheme must make of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let scheme: String
    let cyrillic: String
    let latin: String
    var testDescription: String { "\(scheme): \(cyrillic)" }

    init(_ scheme: String, _ cyrillic: String, _ latin: String) {
      (self.scheme, self.cyrillic, self.latin) = (scheme, cyrillic, latin)
    }
  }

  @Test(
    "A rule for the start of a word holds after a space and a hyphen, not after an apostrophe",
    arguments: [
      Case("uk-national-2010", "Юлія-Єва Яна", "Yuliia-Yeva Yana"),
      Case("uk-national-2010", "З'їзд", "Zizd"),
      Case("uk-national-2010", "'Їжак'", "'Yizhak'"),
      Case("ru-bgn-pcgn-1947", "Каменец-Еланский", "Kamenets-Yelanskiy"),
      Case("be-national-2007", "Юры-Язэп", "Jury-Jazep"),
    ]
  )
  func starts(example: Case) throws {
    #expect(try TestSchemes.romanised(example.cyrillic, example.scheme) == example.latin)
  }

  @Test(
    "An ending is one only at the end of a word",
    arguments: [
      Case("ru-wikipedia", "Синий Кийск", "Siny Kiysk"),
      Case("ru-press-en", "Дмитрий Троицкий-Лев", "Dmitry Troitsky-Lev"),
      Case("uk-press-en", "Залужний, Київ", "Zaluzhny, Kyiv"),
      Case("be-passport-2010", "Дзмітрый Яўгеній", "Dzmitry Yauheni"),
    ]
  )
  func endings(example: Case) throws {
    #expect(try TestSchemes.romanised(example.cyrillic, example.scheme) == example.latin)
  }

  @Test(
    "The apostrophe is the same letter however it is written, between letters only",
    arguments: ["'", "’", "ʼ", "‘"]
  )
  func apostrophes(sign: String) throws {
    #expect(try TestSchemes.romanised("Вераб\(sign)ёў", "be-bgn-pcgn-1979") == "Vyerab”yow")
    #expect(
      try TestSchemes.romanised("\(sign)Мінск\(sign)", "be-bgn-pcgn-1979") == "\(sign)Minsk\(sign)"
    )
  }
}
