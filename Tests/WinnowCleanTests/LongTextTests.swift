import Testing
import WinnowClean
import WinnowText

@Suite struct LongTextTests {
  private func cleaned(lines: Int) throws -> Document {
    let cleaner = Cleaner(rules: try TestRules.shipped.get(), level: .careful)
    let text = String(repeating: "Skip to content\n", count: lines)
    return cleaner.clean(Document(utf8: Array(text.utf8))).document
  }

  @Test("A text of more than 16,384 lines is no article, and stays as it is")
  func lines() throws {
    #expect(try cleaned(lines: 16_384).text.isEmpty)
    #expect(try cleaned(lines: 16_385).edits.isEmpty)
  }

  @Test("Of the sentences of a long line, the first that a rule knows begins the part that goes")
  func manyStarts() throws {
    let rules = try TestRules.rule(.parts, ["copyright {any}", "follow us on {any}"])
    let line =
      "The vote is due. " + String(repeating: "Follow us on it. Copyright 2020. ", count: 400)
    #expect(rules.cleaned(line) == "The vote is due.\n")
  }
}
