import Testing
import WinnowNames

@Suite struct NameReaderTests {
  private let reader = NameReader(
    given: [
      GivenName(
        be: ["Аляксандр"],
        ru: ["Александр", "Саша"],
        uk: ["Олександр", "Сашко"],
        gender: .male,
        latin: ["Alexander"]
      ),
      GivenName(
        be: ["Аляксандра"],
        ru: ["Александра", "Саша"],
        uk: ["Олександра"],
        gender: .female
      ),
      GivenName(be: ["Павел"], ru: ["Павел"], uk: ["Павло"], gender: .male),
      GivenName(be: ["Раман"], ru: ["Роман"], uk: ["Роман"], gender: .male),
      GivenName(be: ["Міхаіл"], ru: ["Михаил", "Михайло"], uk: ["Михайло"], gender: .male),
      GivenName(be: ["Уладзімір"], ru: ["Владимир"], uk: ["Володимир"], gender: .male),
      GivenName(be: ["Ірына"], ru: ["Ирина"], uk: ["Ірина"], gender: .female),
    ]
  )

  @Test(
    "A person's name is put in order",
    arguments: [
      ("ЛУКАШЕНКО Александр Григорьевич", "Александр Григорьевич Лукашенко"),
      ("Александр ЛУКАШЕНКО", "Александр Лукашенко"),
      ("Лукашенко, Александр Григорьевич", "Александр Григорьевич Лукашенко"),
      ("ЛУКАШЕНКО АЛЕКСАНДР ГРИГОРЬЕВИЧ", "Александр Григорьевич Лукашенко"),
      ("Лукашэнка Аляксандр", "Аляксандр Лукашэнка"),
      ("Александр Лукашенко", "Александр Лукашенко"),
      ("Станислав Станиславович Шушкевич", "Станислав Станиславович Шушкевич"),
      ("Шушкевич Станислав Станиславович", "Станислав Станиславович Шушкевич"),
      ("Бонч-Бруевич  Владимир\u{a0}Дмитриевич", "Владимир Дмитриевич Бонч-Бруевич"),
      ("Гур’янаў Аляксандр", "Аляксандр Гур'янаў"),
      ("Дубеи\u{306} Ирина", "Ирина Дубей"),
    ]
  )
  func order(written: String, name: String) {
    #expect(reader.person(written, NameReader.Parts()) == name)
  }

  @Test(
    "A person's name is not taken where the order is open, or words are missing",
    arguments: [
      "Реджеп Эрдоган", "Павел Роман", "Лукашенко", "А. Лукашенко", "Alexander Lukashenko",
      "Лукашенко, Александр, младший", "граф Александр Толстой", "Cаша Лукашенко", "",
    ]
  )
  func openOrder(written: String) {
    #expect(reader.person(written, NameReader.Parts()) == nil)
  }

  @Test("Given names and surnames that the list names tell the order")
  func parts() {
    let parts = NameReader.Parts(given: ["Реджеп"], surnames: ["ЭРДОГАН"])
    #expect(reader.person("Эрдоган Реджеп", parts) == "Реджеп Эрдоган")
    #expect(
      reader.person("Лукашенко Александр", like: "Alexander Lukashenko") == "Александр Лукашенко"
    )
    #expect(reader.person("Лукашенко Александр", like: nil) == nil)
  }

  @Test(
    "The language is told by letters, given names, endings and the country",
    arguments: [
      ("Аляксандр Лукашэнка", nil, CyrillicLanguage.be),
      ("Александр Лукашенко", .be, .ru),
      ("Олександр Лукашенко", .be, .uk),
      ("Павел Латушка", .be, .be),
      ("Павел Латушко", .be, .ru),
      ("Павел Латушка", nil, nil),
      ("Роман Головченко", .be, .ru),
      ("Роман Головченко", .uk, .uk),
      ("Роман Головченко", nil, nil),
      ("Максим Козицкий", .uk, .ru),
      ("Максим Козицький", .be, .uk),
      ("Михайло Хвостов", .be, .uk),
      ("Олег Володимирович Дерипаска", .ru, .uk),
      ("Іван Кубракоў", .be, .be),
      ("Іван Кубраков", .be, .uk),
      ("Румен Първанов", nil, .ru),
      ("Љубица Ђурић", nil, nil),
    ] as [(String, CyrillicLanguage?, CyrillicLanguage?)]
  )
  func language(name: String, country: CyrillicLanguage?, language: CyrillicLanguage?) {
    let found = reader.byLanguage([name], isPerson: true, country: country)
    #expect(found == (language.map { [$0: [name]] } ?? [:]))
  }

  @Test("Russian has adjectives in -ний, if no surnames")
  func adjectives() {
    let person = reader.byLanguage(["Валентин Дальний"], isPerson: true, country: .ru)
    #expect(person == [.uk: ["Валентин Дальний"]])
    let body = reader.byLanguage(["Банк «Дальний»"], isPerson: false, country: .ru)
    #expect(body == [.ru: ["Банк «Дальний»"]])
    let factory = reader.byLanguage(["Киевский завод"], isPerson: false, country: .uk)
    #expect(factory == [.ru: ["Киевский завод"]])
  }

  @Test("What the spelling tells goes before what the country tells")
  func spellingFirst() {
    let found = reader.byLanguage(
      ["Валентин Рибаков", "Валентин Рыбаков"],
      isPerson: true,
      country: .be
    )
    #expect(found == [.ru: ["Валентин Рыбаков"]])
  }

  @Test(
    "A spelling is a language's by its alphabet",
    arguments: [
      ("Токіо", CyrillicLanguage.be, true), ("Токио", .be, false), ("Київ", .uk, true),
      ("Київ", .ru, false), ("В’ячеслав", .uk, true), ("Николай II", .ru, true),
      ("Mинск", .ru, false), ("Minsk", .ru, false),
    ]
  )
  func alphabet(name: String, language: CyrillicLanguage, isSpelt: Bool) {
    #expect(NameSpelling.isSpelt(name, in: language) == isSpelt)
  }

  @Test("The press's spelling is one of the same name, without patronymic and capitals")
  func press() {
    func press(_ spellings: String...) -> String? {
      reader.press(ofPerson: ["Александр Григорьевич Лукашенко"], among: spellings)
    }
    #expect(press("LUKASHENKO ALEXANDER", "Alyaksandr LUKASHENKA") == "Alyaksandr Lukashenka")
    #expect(press("LUKASHENKO ALEXANDER") == "Alexander Lukashenko")
    #expect(press("Lukashenko Alexander Grigoryevich") == "Alexander Lukashenko")
    #expect(press("Batka", "Александр Лукашенко", "Viktor Lukashenko") == nil)
  }

  @Test("A patronymic is added to the first spelling only")
  func fullest() {
    let names = ["Павел Латушко", "Иван Петрович Латушко", "Павел Павлович Латушко"]
    #expect(reader.fullest(names) == "Павел Павлович Латушко")
    #expect(reader.fullest(["Павел Латушко", "Иван Петрович Латушко"]) == "Павел Латушко")
    #expect(reader.fullest([]) == nil)
  }

  @Test("Gender is told by the patronymic, or by a given name of one gender")
  func gender() {
    #expect(reader.gender(ofPerson: "Саша Ивановна Белая") == .female)
    #expect(reader.gender(ofPerson: "Аляксандр Рыгоравіч Лукашэнка") == .male)
    #expect(reader.gender(ofPerson: "Ірина Біла") == .female)
    #expect(reader.gender(ofPerson: "Саша Белый") == nil)
  }
}
