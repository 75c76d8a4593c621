import Testing

@testable import WinnowNames

@Suite struct SchemeSetTests {
  @Test("Schemes are sorted by id and found by it")
  func order() throws {
    let schemes = try ["ru-b", "ru-a"].map { try Scheme(file: $0, text: TestSchemes.text(id: $0)) }
    let set = try SchemeSet(schemes)
    #expect(set.schemes.map(\.id) == ["ru-a", "ru-b"])
    #expect(set[id: "ru-b"]?.file == "ru-b")
    #expect(set[id: "ru-c"] == nil)
  }

  @Test("An id may be taken once")
  func takenID() throws {
    let schemes = try ["b.toml", "a.toml"].map { try Scheme(file: $0, text: TestSchemes.text()) }
    #expect(throws: NamesError(file: "b.toml", line: 1, cause: "ru-test: this id is taken")) {
      try SchemeSet(schemes)
    }
  }

  @Test("An example that its scheme doesn't live up to is found, with its line")
  func brokenExample() throws {
    let text = TestSchemes.text(examples: "а = a\nя = ja\nю = ju")
    let broken = try SchemeSet([Scheme(file: "x.toml", text: text)]).firstBrokenExample()
    #expect(broken?.description == "x.toml:15: ru-test: 'я' gives 'ya', wanted 'ja'")
  }

  @Test("Spellings are distinct, each with all schemes of the language that yield it")
  func spellings() throws {
    let set = try TestSchemes.shipped.get()
    let spellings = set.spellings(of: "Лукашэнка", language: .be)
    let ids = spellings.map { $0.schemes.map { set.schemes[$0].id } }
    #expect(Set(spellings.map(\.latin)).count == spellings.count)
    #expect(ids.joined().sorted() == set.schemes.filter { $0.language == .be }.map(\.id))
    let national = try #require(spellings.firstIndex { $0.latin == "Lukašenka" })
    #expect(ids[national].contains("be-national-2007"))
    for (spelling, ids) in zip(spellings, ids) {
      for id in ids { #expect(set[id: id]?.romanise("Лукашэнка") == spelling.latin) }
    }
  }

  @Test("A spelling is known by its letters alone as it is by romanising")
  func isSpelling() throws {
    let set = try TestSchemes.shipped.get()
    let gazetteer = try ShippedNames.gazetteer.get()
    let names = gazetteer.entities.prefix(400).flatMap { entity in
      CyrillicLanguage.allCases.compactMap { language in
        entity.cyrillic[language].map { (language, $0) }
      }
    }
    for (number, (language, name)) in names.enumerated() {
      let spelt = set.spellings(of: name, language: language).map(\.latin)
      // Every other name's spellings are near misses.
      let others = names[(number + 1) % names.count]
      let strange = set.spellings(of: others.1, language: others.0).map(\.latin)
      let keys = Set(spelt.map { FoldedKey($0).value })
      for latin in spelt + strange + spelt.map({ $0 + "a" }) + spelt.map({ String($0.dropLast()) })
      {
        let letters = FoldedLetters(Array(latin.utf8).span)
        #expect(
          set.isSpelling(letters, of: name, language: language)
            == keys.contains(FoldedKey(latin).value),
          "\(name): \(latin)"
        )
      }
    }
  }
}
