import Testing
import WinnowClean

/// Lines of articles that look like boilerplate, by the language of the article.
private let lookalikes: [String: [String]] = [
  "en": [
    "Share of women in parliament rose", "See also the letters she wrote to her sister in March.",
    "“Never.”", "Home", "Home at last", "Read more books, she said.", "Comments are not facts.",
    "Trending downward since May", "Copyright is older than the press.", "Follow the money",
    "Print is not dead.", "Related species live farther north.", "News travels slowly here.",
    "Sign up or go home, the foreman said.", "Advertisement was his trade.",
    "12:30 – The crowd reaches the square.", "Privacy is a right.", "“Sport,” he said.",
    "Close the door behind you.", "1. Open the valve", "Next", "Search", "Opinion", "Health",
    "Conclusion", "Photos were taken away.", "Tags on the sheep were yellow.", "12 May", "2019",
    "He wrote: “See also page nine, where I have told the truth.”", "Contact was lost at nine.",
    "Subscribe to no theory before noon, his teacher used to tell him.",
    "Mail him at dawn.", "All rights reserved for kings were abolished.", "Image of a saint",
    "More than forty people came.", "“Donate,” the sign said.", "Next week it will rain.",
    "Watch the river, not the clock.", "Login names were sold for a coin each.",
  ],
  "ru": [
    "Доля женщин в парламенте выросла", "Читайте вслух!", "«Нет».", "Главное — не бояться",
    "Комментарии экспертов разошлись", "Реклама — двигатель торговли, говорил дед.",
    "Подписаться под письмом отказались трое", "Поделиться было нечем", "Новости", "Погода",
    "Фото погибших висят в коридоре школы.", "Подробнее он рассказал соседям.",
    "Все права защищены не были.", "12 мая",
  ],
  "uk": [
    "Читайте вголос!", "Поділитися не було чим", "«Так».", "Головне — люди", "Новини",
    "Підписатися під листом відмовилися троє", "Реклама завжди бреше, казав дід.", "12 травня",
  ],
  "be": [
    "Чытайце ўголас!", "Падзяліцца не было чым", "«Не».", "Галоўнае — людзі", "Навіны",
    "Падпісацца пад лістом адмовіліся трое", "Рэклама заўсёды хлусіць, казаў дзед.", "12 мая",
  ],
  "pl": [
    "Czytaj na głos!", "Podziel się chlebem z sąsiadem", "„Nie.”", "Sport",
    "Reklama dźwignią handlu, mawiał dziadek.", "Komentarze ekspertów były różne.", "12 maja",
  ],
  "de": [
    "Anzeige gegen Unbekannt", "Werbung für den Frieden", "„Nein.“", "Mehr Zeit", "Sport",
    "Teilen macht reich", "Drucken war sein Beruf.", "12. Mai",
  ],
  "fr": [
    "Lire, c'est vivre", "Partager le pain", "« Non. »", "Accueil des réfugiés", "Sport",
    "Publicité mensongère", "Imprimer était son métier.", "12 mai",
  ],
  "es": [
    "Leer es vivir", "Compartir el pan", "«No.»", "Inicio de la huelga", "Deportes",
    "Publicidad engañosa", "Imprimir era su oficio.", "12 de mayo",
  ],
]

private let paragraphs = [
  "The council of the town met on Thursday to talk about the bridge over the river, and it sat until midnight.",
  "Three of the nine members said that the money would last until the spring, but hardly longer than that.",
]

@Suite struct KeepsTests {
  @Test(
    "Lines that look like boilerplate stay inside an article, at both levels",
    arguments: lookalikes.keys.sorted(),
    CleanLevel.allCases
  )
  func inside(language: String, level: CleanLevel) throws {
    let rules = try TestRules.shipped.get()
    for line in try #require(lookalikes[language]) {
      let article = "A bridge for the town\n\(paragraphs[0])\n\(line)\n\(paragraphs[1])\n"
      #expect(rules.cleaned(article, level: level) == article, "\(line)")
    }
  }

  @Test("There are more than 40 such lines, in all languages")
  func count() {
    #expect(lookalikes.count == 8)
    #expect(lookalikes.values.joined().count > 90)
  }

  @Test(
    "A sentence that looks like boilerplate stays before the headline and after the article",
    arguments: [
      "The main menu of the feast was lamb with rice.",
      "Comments by the mayor were met with silence.",
      "He shared the bread with all who came.", "Новости дошли до деревни только к вечеру.",
      "Навіны дайшлі да вёскі толькі ўвечары.", "Новини дійшли до села аж увечері.",
      "Wiadomości dotarły do wsi dopiero wieczorem.", "Die Nachricht kam erst am Abend ins Dorf.",
      "La nouvelle n'arriva au village que le soir.",
      "La noticia no llegó al pueblo hasta la noche.",
    ],
    CleanLevel.allCases
  )
  func around(line: String, level: CleanLevel) throws {
    let rules = try TestRules.shipped.get()
    let article = "\(line)\nA bridge for the town\n\(paragraphs[0])\n\(paragraphs[1])\n"
    #expect(rules.cleaned(article, level: .careful) == article)
    let after = "A bridge for the town\n\(paragraphs[0])\n\(paragraphs[1])\n\(line)\n"
    #expect(rules.cleaned(after, level: level) == after)
  }

  @Test("Short lines may be said twice in a row, and long refrains come again later")
  func repeats() throws {
    let rules = try TestRules.shipped.get()
    let article = """
      A bridge for the town
      \(paragraphs[0])
      “No, no, never.”
      “No, no, never.”
      He asked them once again.
      \(paragraphs[1])
      He asked them once again.

      """
    #expect(rules.cleaned(article) == article)
  }
}
