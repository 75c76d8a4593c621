import Foundation
import Testing
import WinnowClean
import WinnowText

/// The model that ships, as the program uses it.
@Suite struct ShippedModelTests {
  private static let model = Result {
    let file = TestRules.root.appendingPathComponent("etc/winnow/lines.model")
    return try LineScorer(try LineModel(reading: Array(try Data(contentsOf: file))))
  }

  private func cleaner(_ level: CleanLevel) throws -> Cleaner {
    Cleaner(rules: try TestRules.shipped.get(), model: try Self.model.get(), level: level)
  }

  @Test("Careful, it takes no line of an article", arguments: GoldenCase.all)
  func articles(page: GoldenCase) throws {
    let cleaned = try cleaner(.careful).clean(Document(utf8: Array(page.source.utf8)))
    let kept = Set(String(decoding: cleaned.document.text, as: UTF8.self).split(separator: "\n"))
    for line in page.cleaned.split(separator: "\n") {
      #expect(kept.contains(line), "\(page.name)")
    }
    #expect(cleaned.title ?? "" == page.title)
  }

  @Test(
    "Cleaning a cleaned text changes nothing",
    arguments: GoldenCase.all,
    CleanLevel.allCases
  )
  func twice(page: GoldenCase, level: CleanLevel) throws {
    let cleaner = try cleaner(level)
    let once = cleaner.clean(Document(utf8: Array(page.source.utf8)))
    #expect(cleaner.clean(Document(once.document.text)).document.edits.isEmpty)
  }

  @Test(
    "Cleaning a cleaned text changes nothing, whatever the order of its lines",
    arguments: 0..<4,
    CleanLevel.allCases
  )
  func shuffledTwice(seed: Int, level: CleanLevel) throws {
    var generator = SeededGenerator(UInt64(seed))
    let cleaner = try cleaner(level)
    let pool = GoldenCase.all.flatMap { $0.source.split(separator: "\n") }
    for _ in 0..<6 {
      let lines = pool.shuffled(using: &generator).prefix(Int.random(in: 1...40, using: &generator))
      let once = cleaner.clean(Document(utf8: Array(lines.joined(separator: "\n").utf8)))
      #expect(cleaner.clean(Document(once.document.text)).document.text == once.document.text)
    }
  }

  @Test("It takes the menu of a page that no rule knows, and says why")
  func menu() throws {
    let menu = "Harbour map\nTide tables\nBoat sheds\nMooring fees\nPilot service\nCrane hire\n"
    let story = """
      Ferry runs again after the storm

      The ferry across the harbour took its first passengers on Tuesday, nine days after a storm had torn its landing stage away.

      The town pays half of the repair, the mayor said, and the rest comes from the company that owns the ferry.

      Nobody was hurt in the storm, but it sank four fishing boats and filled the cellars of the old town with water.

      """
    let cleaner = try cleaner(.thorough)
    let cleaned = cleaner.clean(Document(utf8: Array((menu + story + menu).utf8)))
    let text = String(decoding: cleaned.document.text, as: UTF8.self)
    #expect(!text.contains("Mooring fees"))
    #expect(text.contains("Nobody was hurt in the storm"))
    let rules = cleaned.document.edits.map(\.rule).filter { $0.hasPrefix("model: ") }
    #expect(!rules.isEmpty)
    #expect(rules.allSatisfy { cleaner.reason(for: $0) != nil && $0.contains(", ") })
  }

  private static let paragraphs = [
    "The council of the town met on Thursday to talk about the bridge over the river, and it sat until midnight.",
    "Three of the nine members said that the money would last until the spring, but hardly longer than that.",
    "The mayor answered that a bridge is not built for one winter, and asked the engineer to speak first.",
  ]

  @Test(
    "Lines inside an article that look like boilerplate stay",
    arguments: [
      "Share of women in parliament rose", "“Never.”",
      "Write to the committee at 12 Mill Lane, Springfield, before Friday.",
      "12:30 – The crowd reaches the square.",
      "Related species live farther north.", "He said: “Subscribe or leave, it is one to me.”",
      "1. Open the valve, and let the water run for a minute.",
      "Comments are not facts, the clerk told them.",
    ],
    CleanLevel.allCases
  )
  func lookalikes(line: String, level: CleanLevel) throws {
    let lines = ["A bridge for the town", Self.paragraphs[0], line] + Self.paragraphs[1...]
    try expectKept(lines, level)
  }

  @Test(
    "Poems, lists, recipes, dialogues and code inside an article stay",
    arguments: [
      [
        "The river has no bridge tonight,", "The ferry is away,",
        "And who would cross without a light", "Must wait until the day.",
      ],
      [
        "- two ropes of hemp, each as long as the river is wide",
        "- nine planks of oak from the yard behind the mill",
        "- a keg of tar to keep the water out of the joints",
      ],
      [
        "200 g flour", "2 eggs", "1 pinch of salt",
        "Beat the eggs with the salt, add the flour, and let the dough rest for an hour.",
      ],
      [
        "“Who pays?” asked the clerk.", "“You do.”", "“And if I refuse?”",
        "“Then we all swim,” said the mayor.",
      ],
      ["func cross(_ river: River) {", "  river.wait(until: .low)", "  river.walk()", "}"],
    ],
    CleanLevel.allCases
  )
  func passages(passage: [String], level: CleanLevel) throws {
    let lines =
      ["A bridge for the town", Self.paragraphs[0], Self.paragraphs[1]] + passage
      + [
        Self.paragraphs[2], Self.paragraphs[0].replacingOccurrences(of: "Thursday", with: "Monday"),
      ]
    try expectKept(lines, level)
  }

  @Test("Careful, it keeps the rows of a table of numbers")
  func table() throws {
    let rows = ["Year | Bridges | Ferries", "1900 | 2 | 14", "1950 | 5 | 6", "2000 | 9 | 1"]
    try expectKept(
      ["A bridge for the town", Self.paragraphs[0]] + rows + Self.paragraphs[1...],
      .careful
    )
  }

  @Test(
    "Articles in languages without spaces between words stay whole",
    arguments: [
      [
        "町に新しい橋", "町議会は木曜日に川に架かる橋について話し合い、会議は真夜中まで続いた。",
        "九人の議員のうち三人は、資金は春までしか続かないと述べた。",
        "町長は、橋は一冬のために建てるものではないと答え、技師に先に話すよう求めた。",
      ],
      [
        "小镇的新桥", "镇议会星期四开会讨论河上的桥，会议一直开到半夜，九名议员全部出席。",
        "三名议员说，这笔钱只能用到春天，再往后就很难维持下去了，镇上必须另想办法。",
        "镇长回答说，桥不是为一个冬天而造的，他请工程师先发言，然后大家再投票表决。",
      ],
      [
        "สะพานใหม่ของเมือง", "สภาเมืองประชุมเมื่อวันพฤหัสบดีเพื่อหารือเรื่องสะพานข้ามแม่น้ำ และประชุมจนถึงเที่ยงคืน",
        "สมาชิกสามคนจากเก้าคนกล่าวว่าเงินจะอยู่ได้ถึงฤดูใบไม้ผลิเท่านั้น",
        "นายกเทศมนตรีตอบว่าสะพานไม่ได้สร้างเพื่อฤดูหนาวเดียว",
      ],
    ],
    CleanLevel.allCases
  )
  func scripts(lines: [String], level: CleanLevel) throws {
    let text = lines.joined(separator: "\n") + "\n"
    let cleaned = try cleaner(level).clean(Document(utf8: Array(text.utf8)))
    // Thorough may take the headline, which the record names all the same.
    let kept = String(decoding: cleaned.document.text, as: UTF8.self)
    let wanted = level == .careful ? lines[...] : lines.dropFirst()
    #expect(kept.hasSuffix(wanted.joined(separator: "\n") + "\n"), "\(cleaned.document.edits)")
  }

  private func expectKept(_ lines: [String], _ level: CleanLevel) throws {
    let text = lines.joined(separator: "\n") + "\n"
    // The layout of lines is not this test's.
    let document = Document(Document(utf8: Array(text.utf8)).text)
    let cleaned = try cleaner(level).clean(document).document
    #expect(cleaned.text == document.text, "\(cleaned.edits.map(\.rule))")
  }

  @Test(
    "A page that is boilerplate throughout leaves nothing",
    arguments: [
      "Skip to content\nHome\nNews\nSport\nContact us\nPrivacy policy\n© 2024 Example Media\n",
      "Share this\nFollow us on Facebook\nSubscribe to our newsletter\nAll rights reserved\n",
      "Перейти к содержанию\nГлавная\nНовости\nО нас\nКонтакты\nВсе права защищены\n",
    ],
    CleanLevel.allCases
  )
  func empty(page: String, level: CleanLevel) throws {
    let cleaned = try cleaner(level).clean(Document(utf8: Array(page.utf8)))
    #expect(String(decoding: cleaned.document.text, as: UTF8.self) == "")
  }
}
