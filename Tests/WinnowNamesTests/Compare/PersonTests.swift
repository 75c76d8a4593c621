import Testing
import WinnowNames

@Suite struct PersonTests {
  let comparer: NameComparer

  init() throws { comparer = try TestComparer.shipped.get() }

  @Test(
    "One person's name in several spellings is one",
    arguments: [
      ("Alexander Lukashenko", "Aliaksandr Lukashenka"),
      ("Alexander Lukashenko", "Аляксандр Лукашэнка"),
      ("Siarhei Tsikhanouski", "Sergei Tikhanovsky"),
      ("Sviatlana Tsikhanouskaya", "Svetlana Tikhanovskaya"),
      ("Sviatlana Tsikhanouskaya", "Śviatłana Cichanoŭskaja"),
      ("Volodymyr Zelensky", "Wolodymyr Selenskyj"),
      ("Volodymyr Zelenskyy", "Владимир Зеленский"),
      ("Nikita Khrushchev", "Nikita Chruschtschow"),
      ("Nikita Khrushchev", "Nikita Khrouchtchev"),
      ("Vladimir Putin", "Vladimir Poutine"),
      ("Aliaksandr Azarau", "Aleksandr Azarov"),
      ("Kastuś Kalinoŭski", "Castus Kalinowsky"),
      ("Mikola Statkevich", "Николай Статкевич"),
      ("Tamara Navumchyk", "Tamara Naumchik"),
      ("Yanka Kupala", "Janka Kupała"),
      ("Ales Bialiatski", "Aliaksandr Bialiatski"),
    ]
  )
  func one(a: String, b: String) {
    let comparison = comparer.compare(a, b)
    #expect(comparison.same, "\(a), \(b): \(comparison.score) \(comparison.why)")
    #expect(comparison.reason == .oneName)
  }

  @Test(
    "Husband and wife, brother and sister are one family and never one person",
    arguments: [
      ("Siarhei Tsikhanouski", "Sviatlana Tsikhanouskaya"),
      ("Oleg Kovalev", "Olga Kovaleva"),
      ("Ihar Kuzmin", "Iryna Kuzmina"),
      ("Sasha Zhdanovich-Bykov", "Sasha Zhdanovich-Bykova"),
      ("Aliaksandr Bely", "Aliaksandra Belaya"),
      ("Zhenya Orlov", "Женя Орлова"),
    ]
  )
  func family(a: String, b: String) {
    let comparison = comparer.compare(a, b)
    #expect(!comparison.same)
    #expect(comparison.reason == .family, "\(a), \(b): \(comparison.reason)")
  }

  @Test(
    "Another given name is another person, however near it sounds",
    arguments: [
      ("Viktor Lukashenko", "Alexander Lukashenko"),
      ("Valery Kuzmich", "Valeria Kuzmich"),
      ("Viktor Lis", "Viktoria Lis"),
      ("Vladimir Korol", "Vladislav Korol"),
      ("Alina Melnik", "Alena Melnik"),
      ("Maria Melnik", "Marina Melnik"),
      ("Yana Melnik", "Anna Melnik"),
    ]
  )
  func otherGiven(a: String, b: String) {
    let comparison = comparer.compare(a, b)
    #expect(!comparison.same)
    #expect(comparison.reason == .otherGiven, "\(a), \(b): \(comparison.reason)")
  }

  @Test(
    "Namesakes of another surname are others",
    arguments: [
      ("Nikita Kravtsov", "Nikita Krivtsov"), ("Ivan Zubkov", "Ivan Zubrov"),
      ("Ivan Kovalchuk", "Ivan Kovalenko"), ("Pavel Kokta", "Pavel Kukhta"),
      ("Anna Sanina", "Anna Senina"), ("Oleg Holub", "Oleg Holubov"),
    ]
  )
  func otherSurname(a: String, b: String) {
    #expect(comparer.compare(a, b).reason == .otherSurname)
    #expect(!comparer.compare(a, b).same)
  }

  @Test("Given name and surname stand in either order")
  func order() {
    #expect(comparer.compare("Lukashenka Aliaksandr", "Alexander Lukashenko").same)
    #expect(comparer.compare("LUKASHENKO, Alexander", "Alexander Lukashenko").same)
    #expect(comparer.compare("Дудаев Джохар", "Dzhokhar Dudayev").same)
    #expect(comparer.compare("Лукашенко Александр Григорьевич", "Alexander Lukashenko").same)
    // Both words are given names, so the first one is taken for the given name.
    #expect(!comparer.compare("Pavel Roman", "Roman Pavel").same)
  }

  @Test("Patronymics must agree where both names have one")
  func patronymics() {
    #expect(
      comparer.compare("Aleksandr Grigoryevich Lukashenko", "Аляксандр Рыгоравіч Лукашэнка").same
    )
    #expect(comparer.compare("Ivan Yakovlevich Petrov", "Іван Якович Петров").same)
    #expect(comparer.compare("Anna Nikolaevna Petrova", "Ганна Мікалаеўна Пятрова").same)
    #expect(comparer.compare("Alexander G. Lukashenko", "Aliaksandr Ryhoravich Lukashenka").same)
    let other = comparer.compare("Ivan Petrovich Sidorov", "Ivan Pavlovich Sidorov")
    #expect(other.reason == .otherPatronymic)
    #expect(!other.same)
  }

  @Test("An initial or a bare surname fits, but settles nothing")
  func unsettled() {
    let initial = comparer.compare("A. Lukashenko", "Alexander Lukashenko")
    #expect(initial.reason == .initialOnly)
    #expect(!initial.same)
    #expect(comparer.compare("V. Lukashenko", "Alexander Lukashenko").reason == .otherGiven)
    let bare = comparer.compare("Lukashenko", "Alexander Lukashenko")
    #expect(bare.reason == .bareSurname)
    #expect(!bare.same)
  }

  @Test("The reason is one readable line")
  func why() {
    #expect(
      comparer.compare("Ihar Masalau", "Igor Mosolov").why
        == "given name and surname are one (o for a, o for a, o for a)"
    )
    #expect(
      comparer.compare("Igor Zubkov", "Igor Zubrov").why == "the surnames differ (r for k)"
    )
  }
}
