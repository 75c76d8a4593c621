import Foundation
import Testing

/// `winnow explain --html`.
@Suite struct ExplanationPageTests {
  static func article(_ name: String) -> URL {
    let folder = name == "page.txt" ? "WinnowServiceTests/Fixtures" : "page"
    return Program.checkout.appending(path: "Tests/\(folder)/\(name)")
  }

  private func page(_ input: Data) throws -> Data {
    let outcome = try Program().run("explain", "--html", "-", input: input)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    return outcome.output
  }

  @Test("The page of a small article is as it was when somebody last looked at it")
  func golden() throws {
    let page = String(decoding: try page(Data(contentsOf: Self.article("page.txt"))), as: UTF8.self)
    let body = try #require(page.range(of: "<body>"))
    let golden = Self.article("page.txt").deletingPathExtension().appendingPathExtension("html")
    // WINNOW_GOLDEN=1 writes it anew, to be looked at before it is committed.
    if ProcessInfo.processInfo.environment["WINNOW_GOLDEN"] != nil {
      try Data(page[body.lowerBound...].utf8).write(to: golden)
    }
    #expect(try String(contentsOf: golden, encoding: .utf8) == page[body.lowerBound...])
  }

  @Test("A page asks for nothing, runs nothing, and says so to the browser")
  func policy() throws {
    let page = try page(Data(contentsOf: Self.article("page.txt")))
    let reader = PageReader(page)
    #expect(reader.fault == nil)
    #expect(reader.dangers == [])
    #expect(reader.elements["style"] == 1 && reader.title.hasPrefix("Harbour ferry runs again"))
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.contains("default-src &#39;none&#39;; style-src &#39;sha256-"))
    #expect(!text.contains("http://") && !text.contains("https://"))
  }

  @Test("Markup in a document is shown and never becomes markup of the page")
  func hostile() throws {
    let reader = PageReader(try page(Data(contentsOf: Self.article("hostile.txt"))))
    #expect(reader.fault == nil)
    #expect(reader.dangers == [])
    #expect(reader.elements["style"] == 1 && reader.elements["title"] == 1)
    #expect(reader.text.contains("<img src=\"http://example.invalid/x.png\" onerror=\"alert(3)\">"))
    #expect(reader.text.contains("⟨U+202E⟩txet siht⟨U+202C⟩") && reader.text.contains("␀"))
  }

  @Test("Any bytes give a page that parses")
  func anyBytes() throws {
    var chance = SystemRandomNumberGenerator()
    for size in [0, 1, 40, 3000] {
      let page = PageReader(
        try page(Data((0..<size).map { _ in .random(in: 0...255, using: &chance) }))
      )
      #expect(page.fault == nil)
      #expect(page.dangers == [])
    }
  }

  @Test("The model's reasons stand beside the line it takes out")
  func modelReasons() throws {
    let article = try String(contentsOf: Self.article("page.txt"), encoding: .utf8)
    let input = Data((article + "Cookie settings panel overlay\nRandom footer widget\n").utf8)
    let program = try Program()
    let lines = try program.run("explain", "-", input: input).text.split(separator: "\n")
    let rule = try #require(lines.first { $0.hasPrefix("    model: ") })
    let reasons = rule.dropFirst("    model: ".count).prefix { $0 != ":" }
    let page = try program.run("explain", "--html", "-", input: input).text
    let sentence = "not part of the article, as the model sees it: \(reasons)<"
    #expect(page.contains(sentence.replacingOccurrences(of: "'", with: "&#39;")))
  }
}
