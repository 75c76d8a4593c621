import Testing
import WinnowNames

@Suite struct GivenNamesTests {
  @Test("A table is read with all its forms")
  func read() throws {
    let text = """
      # names
      [[given]]
      be = ["Ягор"]
      ru = ["Егор"]
      uk = ["Єгор"]
      gender = "m"
      latin = ["Egor"]
      """
    let names = try GivenNames.read(file: "given.toml", text: text)
    let egor = GivenName(be: ["Ягор"], ru: ["Егор"], uk: ["Єгор"], gender: .male, latin: ["Egor"])
    #expect(names == [egor])
  }

  @Test(
    "A fault is told with the file and line",
    arguments: [
      ("gender = \"x\"", "given.toml:5: gender: wants 'm' or 'f', got 'x'"),
      ("latin = [\"Egor\"]", "given.toml:1: gender: missing; wants 'm' or 'f'"),
      ("gendre = \"m\"", "given.toml:5: gendre: unknown key; the nearest known one is gender"),
      ("gender = \"m\"\nuk = []", "given.toml:6: uk: wants a list of names, got none"),
    ]
  )
  func faults(line: String, message: String) {
    let uk = line.hasSuffix("uk = []") ? "# none" : "uk = [\"Єгор\"]"
    let text = "[[given]]\nbe = [\"Ягор\"]\nru = [\"Егор\"]\n\(uk)\n\(line)\n"
    do {
      _ = try GivenNames.read(file: "given.toml", text: text)
      Issue.record("read without a fault")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test("The shipped table has 350 names or more, each in its language's letters")
  func shipped() throws {
    let names = try TestComparer.given.get()
    #expect(names.count >= 350)
    for name in names {
      for (forms, strange) in [(name.be, "ищъ"), (name.ru, "іўїєґ'"), (name.uk, "ыёэъў")] {
        #expect(Set(forms).count == forms.count, "\(forms)")
        for form in forms {
          #expect(!form.lowercased().contains { strange.contains($0) }, "\(form)")
          #expect(form.unicodeScalars.allSatisfy { $0 == "'" || $0.value >= 0x401 }, "\(form)")
        }
      }
    }
  }

  @Test("No name's standard form is a form of another gender's name")
  func genders() throws {
    let names = try TestComparer.given.get()
    let comparer = try TestComparer.shipped.get()
    let standard = names.map { [$0.be[0], $0.ru[0], $0.uk[0]] }
    for (man, his) in zip(names, standard) where man.gender == .male {
      for (woman, hers) in zip(names, standard) where woman.gender == .female {
        for (one, other) in zip(his, hers) {
          #expect(!comparer.compare(one, other).same, "\(one), \(other)")
        }
      }
    }
  }

  @Test("An everyday form of two names is either, which are not each other")
  func everyday() throws {
    let comparer = try TestComparer.shipped.get()
    #expect(comparer.compare("Sasha", "Aliaksandr").same)
    #expect(comparer.compare("Sasha", "Аляксандра").same)
    #expect(!comparer.compare("Aliaksandr", "Аляксандра").same)
  }
}
