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
}
