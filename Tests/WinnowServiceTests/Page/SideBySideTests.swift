import Foundation
import Testing
import WinnowPipeline
import WinnowText

@testable import WinnowService

@Suite struct SideBySideTests {
  private func rows(_ text: String, _ changes: [(String, String, rule: String)]) -> [SideBySide.Row]
  {
    let document = Document(utf8: Array(text.utf8))
    let changed = String(decoding: document.text, as: UTF8.self)
    let made = changes.compactMap { old, new, rule -> Change? in
      guard let place = changed.range(of: old) else { return nil }
      let start = changed[..<place.lowerBound].utf8.count
      return Change(at: start..<start + old.utf8.count, replacement: Array(new.utf8), rule: rule)
    }
    return SideBySide(document.applying(made), []).rows
  }

  private func plain(_ text: String) -> [SideBySide.Piece] {
    [SideBySide.Piece(text: text, role: .plain)]
  }

  @Test("Lines that one rule takes out stand together, others apart")
  func wholeLines() {
    let found = rows(
      "Home\n\n  News\nText of the article.\nShare\n",
      [("Home\n", "", rule: "a"), ("News\n", "", rule: "a"), ("Share\n", "", rule: "b")]
    )
    #expect(
      found == [
        .removed(lines: ["Home", "  News"], rule: "a"),
        .paragraph(original: plain("Text of the article."), cleaned: plain("Text of the article.")),
        .removed(lines: ["Share"], rule: "b"),
      ]
    )
  }

  @Test("A part of a line, and a spelling, stay in their line")
  func parts() {
    let found = rows(
      "Live: Kiev stands. All rights reserved.\nNext.",
      [
        ("Live: ", "", rule: "a"), ("Kiev", "Kyiv", rule: "names.kyiv"),
        (" All rights reserved.", "", rule: "b"),
      ]
    )
    #expect(
      found == [
        .paragraph(
          original: [
            .init(text: "Live: ", role: .removed(rule: "a")), .init(text: "Kiev", role: .respelt),
            .init(text: " stands.", role: .plain),
            .init(text: " All rights reserved.", role: .removed(rule: "b")),
          ],
          cleaned: plain("Kyiv stands.")
        ), .paragraph(original: plain("Next."), cleaned: plain("Next.")),
      ]
    )
  }

  @Test("What was taken out because it can't be seen is seen on the left")
  func unseen() {
    let found = rows("One\u{202E}two\r\n\r\nThree\n", [])
    #expect(
      found == [
        .paragraph(original: plain("One\u{202E}two"), cleaned: plain("Onetwo")),
        .paragraph(original: plain("Three"), cleaned: plain("Three")),
      ]
    )
  }

  @Test(
    "The cleaned side is the cleaned text, to the letter",
    arguments: ["page.txt", "hostile.txt"]
  )
  func cleanedSide(file: String) throws {
    let program = try Program()
    let bytes = Array(try Data(contentsOf: ExplanationPageTests.article(file)))
    let pipeline = Pipeline(try Configuration(root: Root(program.root.path), settingsFile: nil))
    let explanation = Explanation(of: bytes, pipeline)
    let rows = SideBySide(explanation.document, explanation.names).rows
    let lines = rows.compactMap { row -> String? in
      if case .paragraph(_, let cleaned) = row { cleaned.text + "\n" } else { nil }
    }
    #expect(Array(lines.joined().utf8) == pipeline.text(of: bytes))
    #expect(rows.contains { if case .removed = $0 { true } else { false } })
  }
}
