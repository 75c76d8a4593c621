import Testing
import WinnowNames
import WinnowText

/// Names in sentences, with the gazetteer that ships.
@Suite struct MentionTests {
  private func settle(
    _ text: String,
    style: Style = .press,
    action: Names.Action = .rewrite,
    language: String? = "en"
  ) throws -> Names.Settled {
    let names = Names(try ShippedNames.gazetteer.get(), style: style, action: action)
    return names.settle(Document(utf8: Array((text + "\n").utf8)), language: language)
  }

  private func rewritten(_ text: String, style: Style = .press, language: String? = "en") throws
    -> String
  {
    let settled = try settle(text, style: style, language: language)
    return String(decoding: settled.document.text.dropLast(), as: UTF8.self)
  }

  @Test(
    "One spelling for each name",
    arguments: [
      ("President Aleksandr Lukashenka spoke.", "President Alexander Lukashenko spoke."),
      ("Lukashenka, Aleksandr, wrote it.", "Lukashenko, Alexander, wrote it."),
      ("A. G. Lukashenka signed.", "A. G. Lukashenko signed."),
      ("ALEKSANDR LUKASHENKA WON", "ALEXANDER LUKASHENKO WON"),
      (
        "Wladimir Putins Rede; Wladimir Putin spoke.", "Wladimir Putins Rede; Vladimir Putin spoke."
      ),
      ("the anti-Lukashenka protests", "the anti-Lukashenko protests"),
      ("He left Gomel for Vitebsk.", "He left Homel for Vitsebsk."),
      ("They met in Kharkov's centre.", "They met in Kharkiv's centre."),
      ("They met in Irpin’.", "They met in Irpin."),
      ("They met in Gostomel´ and Irpin`.", "They met in Hostomel and Irpin."),
      ("Mixail Gorbačëv", "Mikhail Gorbachev"),
      ("Alesʹ Beljazki wrote.", "Ales Bialiatski wrote."),
      ("Sviatłana Cichanouskaja left.", "Sviatlana Tsikhanouskaya left."),
      ("Castus Kalinowsky's unit", "Kastus Kalinouski's unit"),
      ("Luk\u{430}shenko said so.", "Lukashenko said so."),
      ("Alexander Lukashenko and Lukashenko.", "Alexander Lukashenko and Lukashenko."),
    ]
  )
  func spelling(_ text: String, _ wanted: String) throws {
    #expect(try rewritten(text) == wanted)
  }

  @Test(
    "What is somebody or something else stays",
    arguments: [
      "He grew up in Odessa, Texas.", "A plate of chicken Kiev.", "Jarosław Kalinowski voted no.",
      "Boris Lukashenka is no relative.", "Lyudmila Putina was there.", "I’ve put most of it away.",
      "See https://example.org/Kiev and mail kiev@example.org.", "Is it Kiev or Kyiv?",
      "The name is spelled Lukashenka in its papers.", "Volha stayed at home.",
      "The river Tumen rises there.", "Karpati P and Mordenti G wrote it.", "Redout 28 is a poem.",
      "M. Peskov said so.", "The singer Anna German died in 1982.",
      "Then Niemców went to the hills.",
      "He lives in Odessa, TX, and she in Moscow, ID.",
      "Gomel2020 was held in Kiev2.", "The roads Á2 and À5 lead to Gome0l.",
      "Lukashenka1994 wrote to Zelensk1y.", "He went from Homel'' to Irpin``.",
      "Vadim Prokopiev came. Kalistrat Prokopyev, a cousin, did not.",
    ]
  )
  func distractors(_ text: String) throws {
    #expect(try rewritten(text) == text)
  }

  @Test("A surname alone follows the full name, whoever else bears it")
  func antecedents() throws {
    let text = "Aleksandr Azarov leads it. Azarov was a policeman."
    #expect(try rewritten(text) == "Aliaksandr Azarau leads it. Azarau was a policeman.")
    #expect(try rewritten("Azarov was there.") == "Azarov was there.")
    let both = try settle("Igor Zelensky danced. Volodymyr Zelensky spoke. Zelensky bowed.")
    #expect(both.mentions.last?.action == .annotate)
    #expect(both.mentions.last?.candidates.count == 2)
  }

  @Test("A relative is somebody else, and a woman's surname is no man's")
  func family() throws {
    for name in ["Dmitry Lukashenko", "Boris Lukashenko", "Lyudmila Putina"] {
      let settled = try settle("\(name) was there.")
      #expect(settled.mentions.count == 1)
      #expect(!["alexander-lukashenko", "vladimir-putin"].contains(settled.mentions[0].entity))
    }
  }

  @Test("A common name in another language's spelling may be a namesake, and stays")
  func namesakes() throws {
    let settled = try settle("Siarhei Ivanou, a farmer near Brest, agreed.")
    #expect(settled.mentions.first?.action != .rewrite)
    #expect(settled.document.edits.isEmpty)
  }

  @Test("Machine translation's damage is proposed and never applied")
  func damage() throws {
    let settled = try settle("A recruiter, Pavel Kokta, spoke. Kokta smiled.")
    #expect(settled.mentions.map(\.action) == [.annotate, .annotate])
    #expect(settled.mentions[1].candidates.map(\.name) == ["Kukhta"])
  }

  @Test("A country is no bank that has its name")
  func countries() throws {
    let settled = try settle("Президент России был в Беларуси и Украине.", language: "ru")
    #expect(settled.mentions.map(\.entity) == [])
  }

  @Test("Names that nobody listed are found, and one within the document")
  func unlisted() throws {
    let settled = try settle("The baker Hanna Kaniewska came. Kaniewska sang.")
    #expect(settled.mentions.map(\.surface) == ["Hanna Kaniewska", "Kaniewska"])
    #expect(settled.mentions[0].entity == settled.mentions[1].entity)
    #expect(settled.mentions[0].entity?.hasPrefix("doc:") == true)
  }

  @Test("Cyrillic names are found in their cases")
  func cases() throws {
    let text = "Александр Лукашенко встретился с Владимиром Путиным в Минске. Путину понравилось."
    let settled = try settle(text, language: "ru")
    #expect(
      settled.mentions.map(\.entity)
        == ["alexander-lukashenko", "vladimir-putin", "minsk", "vladimir-putin"]
    )
    #expect(settled.document.edits.isEmpty)
  }

  @Test("Styles say which spelling is wanted; the press's is for English texts")
  func styles() throws {
    let text = "Aleksandr Lukashenko visited Gomel."
    #expect(try rewritten(text, style: .cyrillic) == "Аляксандр Лукашэнка visited Гомель.")
    #expect(try rewritten(text, style: .native) == "Alaksandr Łukašenka visited Homiel.")
    #expect(try rewritten(text, style: .none) == text)
    #expect(try rewritten(text, language: "pl") == text)
    let annotated = try settle(text, action: .annotate)
    #expect(annotated.document.edits.isEmpty)
    #expect(annotated.mentions.map(\.name) == ["Alexander Lukashenko", "Homel"])
  }

  @Test("Every mention stands where it says, and undoing the edits gives the text back")
  func places() throws {
    let text = "In Kiev, Aleksandr Lukashenka met Vladimir Zelenskiy; Lukashenka left Gomel."
    let settled = try settle(text)
    let spelt = settled.document.text
    for mention in settled.mentions {
      let found = String(decoding: spelt[mention.at], as: UTF8.self)
      #expect(found == (mention.action == .rewrite ? mention.name : mention.surface))
    }
    #expect(settled.mentions.count == 5)
    var restored = ""
    var done = 0
    for edit in settled.document.edits {
      restored += String(decoding: spelt[done..<edit.at.lowerBound], as: UTF8.self)
      restored += String(decoding: settled.document.originalText(of: edit), as: UTF8.self)
      done = edit.at.upperBound
    }
    restored += String(decoding: spelt[done...], as: UTF8.self)
    #expect(restored == text + "\n")
  }
}
