import Testing
import WinnowText

@testable import WinnowClean

@Suite struct SourceMemoryTests {
  private let template = "Our newsroom in brief and in full"
  private let article = """
    The council met on Tuesday evening and agreed to rebuild the old bridge before the winter comes.

    Its members argued for four hours about the money, and in the end nobody voted against the plan.

    """

  private func page(_ lines: String...) -> Document {
    Document(utf8: Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  private func memory(of pages: [Document]) -> SourceMemory {
    var memory = SourceMemory()
    for page in pages { memory.add(PageLines(page)) }
    return memory
  }

  private func cleaned(_ document: Document, title: String? = nil) -> Cleaner.Cleaned {
    Cleaner.Cleaned(document: document, title: title, language: nil)
  }

  private func text(_ cleaned: Cleaner.Cleaned) -> String {
    String(decoding: cleaned.document.text, as: UTF8.self)
  }

  @Test("A line of three documents goes, and its edit says how often it was seen")
  func learns() {
    let known = memory(of: (1...3).map { page("Story number \($0) alone", template) })
    let result = cleaned(page(article, template)).without(known)
    #expect(text(result) == String(decoding: page(article).text, as: UTF8.self))
    #expect(result.document.edits.map(\.rule).contains("source.template: in 3 of 3 documents"))
  }

  @Test("Two documents teach nothing; of four, two are enough")
  func beginning() {
    let two = memory(of: (1...2).map { page("Story \($0)", template) })
    #expect(text(cleaned(page(article, template)).without(two)).contains(template))
    let four = memory(of: (1...4).map { page("Story \($0)", $0 < 3 ? template : "Other words") })
    #expect(!text(cleaned(page(article, template)).without(four)).contains(template))
  }

  @Test("Case, marks and numbers make no other line")
  func folds() {
    let known = memory(of: (1...3).map { page("COMMENTS (\($0)) so far!", "Text \($0)") })
    #expect(!text(cleaned(page(article, "Comments (117) so far")).without(known)).contains("117"))
  }

  @Test("The headline stays, though other pages link to it")
  func headline() {
    let known = memory(of: (1...3).map { page("Story \($0)", "Bridge to be rebuilt by winter") })
    let document = page("Bridge to be rebuilt by winter", article)
    let result = cleaned(document, title: "Bridge to be rebuilt by winter").without(known)
    #expect(result.document.edits == document.edits)
  }

  @Test("A line that few of many documents have is no template")
  func seldom() {
    let known = memory(of: (1...12).map { page("Story", $0 > 3 ? "x y z" : template) })
    #expect(text(cleaned(page(article, template)).without(known)).contains(template))
  }

  @Test("An article that came before is not taken for a template")
  func again() {
    let known = memory(of: Array(repeating: page(article, template), count: 5))
    #expect(text(cleaned(page(article, template)).without(known)).contains("The council met"))
  }

  @Test("A line that the model doubts goes when it was seen before")
  func doubted() {
    let known = memory(of: (1...6).map { page("Story", $0 > 1 ? "x y z" : template) })
    let document = page(article, template)
    let cleaned = Cleaner.Cleaned(document: document, title: nil, language: nil, doubted: [2])
    let result = cleaned.without(known)
    #expect(!text(result).contains(template))
    #expect(text(self.cleaned(document).without(known)).contains(template))
  }

  @Test("A paragraph that the model doubts stays where a single document had it")
  func doubtedParagraph() {
    let paragraph = "The council met again in the old hall to vote on the bridge and the ferry."
    let pages = (1...6).map { page("Story", $0 > 1 ? "x y z" : paragraph) }
    let document = page(article, paragraph)
    func left(_ known: SourceMemory) -> Bool {
      let cleaned = Cleaner.Cleaned(document: document, title: nil, language: nil, doubted: [2])
      return text(cleaned.without(known)).contains(paragraph)
    }
    #expect(left(memory(of: pages)))
    #expect(!left(memory(of: pages + [page("Story", paragraph)])))
  }

  @Test("What was seen once is forgotten when counts are halved, a template is not")
  func ages() {
    var known = memory(of: [page("Seen once alone", template)])
    for number in 1...64 {
      known.add(PageLines(page("Story " + String(repeating: "x", count: number), template)))
    }
    #expect(known.documents <= 32)
    #expect(known.size < 40)
    #expect(known.learned == 1)
  }

  @Test("Bytes give the same memory again, and other bytes none")
  func bytes() {
    let known = memory(of: (1...5).map { page("Story number \($0) alone", template, article) })
    #expect(SourceMemory(known.bytes) == known)
    #expect(SourceMemory([]) == nil)
    #expect(SourceMemory(known.bytes.dropLast()) == nil)
    #expect(SourceMemory([1] + [UInt8](repeating: 0, count: 18)) == nil)
  }
}
