import Testing
import WinnowClean
import WinnowText

@Suite struct GoldenTests {
  @Test(
    "Pages of every language and shape come out as an editor would have them",
    arguments: GoldenCase.all
  )
  func page(page: GoldenCase) throws {
    let cleaner = Cleaner(rules: try TestRules.shipped.get(), level: .careful)
    let cleaned = cleaner.clean(Document(utf8: Array(page.source.utf8)))
    #expect(String(decoding: cleaned.document.text, as: UTF8.self) == page.cleaned)
    #expect(cleaned.title ?? "" == page.title)
    for edit in cleaned.document.edits {
      #expect(cleaner.reason(for: edit.rule) != nil, "\(edit.rule) has no reason")
    }
  }

  @Test("All pages of the folder are there, in all eight languages")
  func complete() {
    #expect(GoldenCase.all.count >= 24)
    let languages = Set(GoldenCase.all.map { $0.name.prefix(2) })
    #expect(languages.isSuperset(of: ["be", "de", "en", "es", "fr", "pl", "ru", "uk", "zh"]))
  }
}
