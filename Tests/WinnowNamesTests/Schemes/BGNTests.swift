import Foundation
import Testing
import WinnowNames

/// The BGN/PCGN schemes against ICU's transforms, which others wrote from the same tables.
@Suite struct BGNTests {
  @Test("Belarusian BGN/PCGN 1979 is what ICU writes")
  func belarusian() throws {
    try agree(
      "Belarusian-Latin/BGN",
      "be-bgn-pcgn-1979",
      """
      Аляксандр Рыгоравіч Лукашэнка Святлана Ціханоўская Сяргей Ціханоўскі Марыя Калеснікава Віктар
      Бабарыка Алесь Бяляцкі Васіль Быкаў Янка Купала Якуб Колас Уладзімір Караткевіч Кастусь
      Каліноўскі Францыск Скарына Еўфрасіння Полацкая Рагвалод Ёдкавічы Гродна Брэст Гомель Магілёў
      Віцебск Баранавічы Бабруйск Пінск Орша Мазыр Салігорск Навагрудак Ліда Маладзечна Полацк
      Жлобін Светлагорск Рэчыца Слуцк Жодзіна Слонім Кобрын Ваўкавыск Калінкавічы Смаргонь Асіповічы
      Рагачоў Горкі Бяроза Іўе Дзяржынск Шклоў Чэрвень Хойнікі Ельск Юравічы Эйсманты Гезгалы Мсціслаў
      Езярышча Узгорак Ільлюшын цьмяны рунь фортка уюн прыйсці ЮРЫ ЛУКАШЭНКА ДЗЯРЖЫНСК ІЎЕ
      """
    )
  }

  @Test("Russian BGN/PCGN 1947 is what ICU writes")
  func russian() throws {
    try agree(
      "Russian-Latin/BGN",
      "ru-bgn-pcgn-1947",
      """
      Владимир Владимирович Путин Алексей Навальный Евгений Пригожин Сергей Шойгу Дмитрий Песков
      Михаил Горбачёв Никита Хрущёв Борис Ельцин Лев Толстой Фёдор Достоевский Антон Чехов Пётр
      Чайковский Илья Эренбург Александр Солженицын Юрий Андропов Яков Джугашвили Щёлково Подъячево
      Объездной Съёмка Вьюга Воробьёво Юрьев Чапаевск Мейеровка Елизово Ёлкино Зыряновск Тыэкан
      Ойусардах Майа Ташчишма Советск Братск Детсад Сэрбел Руэм Аэропорт Поэт Ыгыатта Ааыл Йошкар
      Ола Нью Йорк Шчукин Кольцо Отсюда Цхинвал РОССИЯ МОСКВА ЩЁЛКОВО ЮРЬЕВ Яя Её Ею
      """
    )
  }

  @Test("Ukrainian BGN/PCGN 1965 is what ICU writes")
  func ukrainian() throws {
    try agree(
      "Ukrainian-Latin/BGN",
      "uk-bgn-pcgn-1965",
      """
      Володимир Зеленський Юлія Тимошенко Петро Порошенко Валерій Залужний Сергій Жадан Андрій Єрмак
      Тарас Шевченко Леся Українка Іван Франко Михайло Грушевський Київ Харків Одеса Дніпро Донецьк
      Львів Запоріжжя Миколаїв Маріуполь Вінниця Херсон Полтава Чернігів Черкаси Хмельницький Житомир
      Суми Рівне Тернопіль Ужгород Ґалаґан Згорани Розгон Їжакевич Йосипівка Стрий Юрій Яготин
      Щербухи Борщагівка Гадяч Корюківка Бровари Цюрупинськ Братство Кагарлик ЇЖАК ЩУКА ЄВА ЮРІЙ ЗГОРАНИ
      """
    )
  }

  /// A word that the tables and ICU write differently, and why.
  struct Difference: Sendable, CustomTestStringConvertible {
    let transform: String
    let scheme: String
    let word: String
    let icu: String
    let table: String
    let why: String
    var testDescription: String { "\(word): \(why)" }
  }

  @Test(
    "Where ICU departs from the tables the schemes follow the tables",
    arguments: [
      Difference(
        transform: "Belarusian-Latin/BGN",
        scheme: "be-bgn-pcgn-1979",
        word: "Дар'я",
        icu: "Dar'ya",
        table: "Dar”ya",
        why: "ICU leaves the apostrophe as it is"
      ),
      Difference(
        transform: "Russian-Latin/BGN",
        scheme: "ru-bgn-pcgn-1947",
        word: "тС шЧ",
        icu: "tS shCH",
        table: "t·S sh·Ch",
        why: "ICU sets no dot before a capital after a small letter"
      ),
      Difference(
        transform: "Russian-Latin/BGN",
        scheme: "ru-bgn-pcgn-1947",
        word: "оыу",
        icu: "o·yu",
        table: "o·y·u",
        why: "ы has a dot after a vowel and one before у; ICU sets the first only"
      ),
      Difference(
        transform: "Ukrainian-Latin/BGN",
        scheme: "uk-bgn-pcgn-1965",
        word: "шчур",
        icu: "sh·chur",
        table: "shchur",
        why: "the table of 1965 has no dot in шч"
      ),
    ]
  )
  func differences(difference: Difference) throws {
    #expect(try icu(difference.word, difference.transform) == difference.icu)
    #expect(try TestSchemes.romanised(difference.word, difference.scheme) == difference.table)
  }

  private func agree(_ transform: String, _ id: String, _ words: String) throws {
    for word in words.split(whereSeparator: \.isWhitespace).map(String.init) {
      #expect(try TestSchemes.romanised(word, id) == icu(word, transform), "\(word)")
    }
  }

  /// What ICU writes, with the tables' quotation marks for ь and ъ in place of ICU's primes.
  private func icu(_ text: String, _ transform: String) throws -> String {
    let latin = try #require(
      text.applyingTransform(StringTransform(transform), reverse: false)
    )
    return latin.replacing("ʹ", with: "’").replacing("ʺ", with: "”")
  }
}
