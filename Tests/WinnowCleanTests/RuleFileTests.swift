import Testing
import WinnowClean
import WinnowTOML

@Suite struct RuleFileTests {
  private static let whole = """
    language = "en"
    [slots]
    month = ["may", "june"]

    [[rule]]
    id = "en.share"
    why = "a share bar"
    where = "outside"
    lines = ["share", "share {month}"]
    starts = ["share this"]
    removes = ["Share", "SHARE THIS"]
    keeps = ["Share prices fell."]

    [[rule]]
    id = "en.more-2"
    why = "a teaser"
    ends = ["read more"]
    parts = ["more on {url}"]
    removes = ["x"]
    keeps = ["y"]
    """

  @Test("A rule file is read with all its keys")
  func reading() throws {
    let file = try RuleFile(file: "en.toml", text: Self.whole)
    #expect(file.slots == ["month": ["may", "june"]])
    #expect(file.rules.map(\.id) == ["en.share", "en.more-2"])
    let rule = try #require(file.rules.first)
    #expect(rule.why == "a share bar")
    #expect(rule.place == .outside)
    #expect(rule.patterns == [.lines: ["share", "share {month}"], .starts: ["share this"]])
    #expect(rule.removes == ["Share", "SHARE THIS"])
    #expect(rule.keeps == ["Share prices fell."])
    #expect(rule.file == "en.toml")
    #expect(rule.line == 5)
    #expect(file.rules.last?.place == .anywhere)
    #expect(file.rules.last?.line == 14)
  }

  /// A change to the file above and the message that it must lead to.
  struct Fault: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let message: String
    var testDescription: String { message }
  }

  @Test(
    "An error names the file, the line, the key, and what it wants",
    arguments: [
      Fault(
        old: "language",
        new: "langage",
        message: "en.toml:1: langage: unknown key; the nearest known one is language"
      ),
      Fault(
        old: "why = \"a share bar\"",
        new: "wy = \"a share bar\"",
        message: "en.toml:7: wy: unknown key; the nearest known one is why"
      ),
      Fault(
        old: "why = \"a share bar\"\n",
        new: "",
        message: "en.toml:5: why: missing; wants a phrase"
      ),
      Fault(
        old: "id = \"en.share\"\n",
        new: "",
        message: "en.toml:5: id: missing; wants a name such as en.share"
      ),
      Fault(
        old: "\"en.share\"",
        new: "\"En.share\"",
        message:
          "en.toml:6: id: wants lower-case letters, digits, dots and hyphens, got 'En.share'"
      ),
      Fault(
        old: "\"outside\"",
        new: "\"inside\"",
        message: "en.toml:8: where: wants 'anywhere' or 'outside', got 'inside'"
      ),
      Fault(
        old: "lines = [\"share\", \"share {month}\"]",
        new: "lines = \"share\"",
        message: "en.toml:9: lines: wants a list of strings, got "
      ),
      Fault(
        old: "[\"share this\"]",
        new: "[\"\"]",
        message: "en.toml:10: starts: wants a list of strings, got "
      ),
      Fault(
        old: "ends = [\"read more\"]\nparts = [\"more on {url}\"]\n",
        new: "",
        message: "en.toml:15: id: en.more-2 wants at least one of lines, starts, ends, parts"
      ),
      Fault(
        old: "removes = [\"x\"]\n",
        new: "",
        message: "en.toml:14: removes: missing; wants lines that it must remove"
      ),
      Fault(
        old: "keeps = [\"y\"]",
        new: "",
        message: "en.toml:14: keeps: missing; wants lines that it must leave alone"
      ),
      Fault(
        old: "month = [\"may\", \"june\"]",
        new: "month = 5",
        message: "en.toml:3: month: wants a list of strings, got 5"
      ),
      Fault(old: "[[rule]]\nid = \"en.more-2\"", new: "[[rule]\nid", message: "en.toml:14: "),
    ]
  )
  func faults(fault: Fault) {
    let text = Self.whole.split(
      separator: fault.old,
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    .joined(separator: fault.new)
    #expect(text != Self.whole)
    #expect {
      try RuleFile(file: "en.toml", text: text)
    } throws: { "\($0)".hasPrefix(fault.message) }
  }

  @Test("A rule's id may be taken once in all files")
  func takenID() throws {
    let one = try RuleFile(file: "a.toml", text: Self.whole)
    let two = try RuleFile(file: "b.toml", text: Self.whole)
    #expect(
      throws: ConfigurationError(file: "b.toml", line: 5, cause: "en.share: this id is taken")
    ) { try RuleSet([one, two]) }
  }

  @Test("A word list may hold single words only")
  func phraseInList() throws {
    let file = try RuleFile(file: "a.toml", text: "[slots]\nmonth = ['may', 'late june']\n")
    #expect(
      throws: ConfigurationError(
        file: "a.toml",
        line: 1,
        cause: "slots.month: wants single words, got 'late june'"
      )
    ) { try RuleSet([file]) }
  }

  @Test("A word list of one file may be named in another")
  func sharedList() throws {
    let list = try RuleFile(file: "a.toml", text: "[slots]\nfruit = ['apple']\n")
    let rule = try RuleFile(
      file: "b.toml",
      text:
        "[[rule]]\nid = 'b.x'\nwhy = 'x'\nlines = ['buy {fruit}']\nremoves = ['x']\nkeeps = ['y']"
    )
    let rules = try RuleSet([rule, list])
    #expect(rules.removes("Buy apple!"))
    #expect(!rules.removes("Buy pears!"))
  }

  @Test("An example that a rule doesn't live up to is found")
  func examples() throws {
    func broken(removes: String, keeps: String) throws -> String? {
      let text =
        "[[rule]]\nid = 'b.x'\nwhy = 'x'\nlines = ['share this']\nremoves = ['\(removes)']\n"
      let file = try RuleFile(file: "b.toml", text: text + "keeps = ['\(keeps)']\n")
      return try RuleSet([file]).firstBrokenExample()?.description
    }
    #expect(try broken(removes: "Share this!", keeps: "Share.") == nil)
    #expect(
      try broken(removes: "Share.", keeps: "Share.")
        == "b.toml:1: b.x: removes: it does not remove 'Share.'"
    )
    #expect(
      try broken(removes: "Share this", keeps: "SHARE THIS")
        == "b.toml:1: b.x: keeps: it removes 'SHARE THIS'"
    )
  }
}
