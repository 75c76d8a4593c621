import Testing
import WinnowNames

@Suite struct WordTests {
  let comparer: NameComparer

  init() throws { comparer = try TestComparer.shipped.get() }

  @Test(
    "One name under the orthographies of many languages",
    arguments: [
      ["Khrushchev", "Chruschtschow", "Chruszczow", "Hruscsov", "Chruščov", "Хрущёв"],
      ["Shushkevich", "Szuszkiewicz", "Šuškievič", "Schuschkewitsch", "Шушкевич", "Шушкевіч"],
      ["Lukashenko", "Lukashenka", "Loukachenko", "Łukaszenka", "Łukašenka", "Лукашэнка"],
      ["Gorbachev", "Gorbatschow", "Gorbatchev", "Gorbaciov", "Gorbaczow", "Горбачёв"],
      ["Zhukov", "Joukov", "Żukow", "Žukov", "Zsukov", "Жуков"],
      ["Yakubovich", "Jakubowicz", "Jakubovič", "Iakubovich", "Якубович", "Якубовіч"],
      ["Hrushevskyi", "Hrushevsky", "Hruszewski", "Gruschewskyj", "Грушевський"],
      ["Tsikhanouskaya", "Cikhanowskaja", "Cichanoŭskaja", "Ціханоўская"],
      ["Matskevich", "Mackievich", "Mazkewitsch", "Mackievič", "Мацкевіч"],
      ["Uladzimir", "Uladsimir", "Uładzimir", "Уладзімір"],
      ["Tatsiana", "Tazzjana", "Tacciana", "Таццяна"],
      ["Vladimir", "Vlagyimir", "Wladimir", "Владимир"],
      ["Pugacheva", "Pugatjova", "Pugatschowa", "Pugačova", "Пугачёва"],
      ["Kharkiv", "Kharkov", "Charkiv", "Charków", "Харків", "Харьков", "Харкаў"],
    ]
  )
  func spellings(spellings: [String]) {
    for a in spellings {
      for b in spellings {
        let comparison = comparer.compare(a, b)
        #expect(comparison.same, "\(a), \(b): \(comparison.score) \(comparison.why)")
      }
    }
  }

  @Test("What the three languages have for each other costs little, anything else much")
  func correspondences() {
    func similarity(_ a: String, _ b: String) -> Double {
      comparer.similarity(SpelledToken(a), SpelledToken(b))
    }
    #expect(similarity("Kazlou", "Kozlov") > 0.8)
    #expect(similarity("Siadou", "Sedov") > 0.8)
    #expect(similarity("Latushtsin", "Latushtin") > 0.8)
    #expect(similarity("Lebedzeu", "Lebedev") > 0.8)
    #expect(similarity("Harbuz", "Garbuz") > 0.8)
    #expect(similarity("Yarashenka", "Yaroshenko") > 0.8)
    #expect(similarity("Harbuz", "Karbuz") < 0.5)
    #expect(similarity("Orlov", "Oslov") < 0.5)
    #expect(similarity("Petrov", "Petrovich") < 0.5)
    #expect(similarity("Savka", "Sava") < 0.5)
  }

  @Test("The differences are told in words")
  func differences() {
    let differences = comparer.differences(SpelledToken("Budzenka"), SpelledToken("Budenko"))
    #expect(differences == ["d for dz", "o for a"])
    #expect(comparer.differences(SpelledToken("Orlov"), SpelledToken("Орлов")).isEmpty)
  }

  @Test("Surnames of a man and a woman are two words")
  func gender() {
    for (man, woman) in [("Zubrov", "Zubrova"), ("Kuzmin", "Kuzmina"), ("Bely", "Belaya")] {
      let comparison = comparer.compare(man, woman)
      #expect(comparison.reason == .family, "\(man), \(woman)")
      #expect(!comparison.same)
    }
    #expect(comparer.compare("Kaniewska", "Kanieŭskaja").same)
  }

  @Test("Damage by machine translation is near, and never equal")
  func damage() {
    let pairs = [
      ("Kokta", "Kukhta"), ("Bahonia", "Pahonia"), ("Kravtsov", "Krivtsov"), ("Alice", "Ales"),
      ("Butin", "Putin"), ("Fetebsk", "Vitebsk"),
    ]
    for (damaged, name) in pairs {
      #expect(comparer.damage(SpelledToken(damaged), SpelledToken(name)) >= 0.8, "\(damaged)")
      #expect(!comparer.compare(damaged, name).same, "\(damaged)")
    }
    #expect(comparer.damage(SpelledToken("Kravtsov"), SpelledToken("Petrov")) < 0.8)
    #expect(comparer.damage(SpelledToken("Minsk"), SpelledToken("Lviv")) < 0.8)
  }
}
