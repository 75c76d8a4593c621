import Testing
import WinnowNames

@Suite struct SchemeFileTests {
  @Test("A scheme file is read with all its keys")
  func reading() throws {
    let text = TestSchemes.text(rules: "ий(end)=y", examples: "а = a\nЯ и я = Ya i ya")
    let scheme = try Scheme(file: "x.toml", text: text)
    #expect(scheme.id == "ru-test")
    #expect(scheme.name == "Test")
    #expect(scheme.language == .ru)
    #expect(scheme.kind == .press)
    #expect(scheme.source == "nowhere")
    #expect(scheme.file == "x.toml")
    #expect(scheme.examples.map(\.cyrillic) == ["а", "Я и я"])
    #expect(scheme.examples.map(\.latin) == ["a", "Ya i ya"])
    #expect(scheme.examples.map(\.line) == [14, 15])
  }

  /// A change to the test scheme and the message that it must lead to.
  struct Fault: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let message: String
    var testDescription: String { message }

    init(_ old: String, _ new: String, _ message: String) {
      (self.old, self.new, self.message) = (old, new, message)
    }
  }

  @Test(
    "An error names the file, the line, the key, and what it wants",
    arguments: [
      Fault("kind =", "kid =", "x.toml:4: kid: unknown key; the nearest known one is id"),
      Fault("name = \"Test\"\n", "", "x.toml:1: name: missing; wants its name in print"),
      Fault("\"ru\"", "\"rus\"", "x.toml:3: language: wants one of be, ru, uk, got 'rus'"),
      Fault(
        "\"press\"",
        "\"presse\"",
        "x.toml:4: kind: wants one of press, official, passport, library, scholarly, got 'presse'"
      ),
      Fault("\"ru-test\"", "\"test\"", "x.toml:1: id: wants to begin with 'ru-', got 'test'"),
      Fault("\"nowhere\"", "5", "x.toml:5: source: wants a string, got 5"),
      Fault(
        "а=a б=b",
        "а=a",
        "x.toml:6: letters: wants every letter of the alphabet; 'б' is missing"
      ),
      Fault("р=r", "р=r р=l", "x.toml:8: letters: 'р=l': this letter has its Latin already"),
      Fault("р=r", "рр=r", "x.toml:8: letters: 'рр=r' is for rules; here stand single letters"),
      Fault("р=r", "Р=r", "x.toml:8: letters: 'Р=r': wants small Cyrillic letters before '='"),
      Fault("р=r", "r=r", "x.toml:8: letters: 'r=r': wants small Cyrillic letters before '='"),
      Fault("р=r", "рr", "x.toml:8: letters: 'рr' wants letters = Latin, without spaces"),
      Fault(
        "ъ=",
        "ъ=\u{301}",
        "x.toml:8: letters: 'ъ=\u{301}': Latin may not begin with a combining"
      ),
      Fault(
        "RULE",
        "ий=y\n(beginning)е=ye",
        "x.toml:12: rules: '(beginning)е=ye': a bracket wants"
      ),
      Fault("RULE", "(ье=ye", "x.toml:11: rules: '(ье=ye': a bracket wants"),
      Fault("RULE", "й(о,)=y", "x.toml:11: rules: 'й(о,)=y': a bracket wants"),
      Fault("RULE", "й(о)и=y", "x.toml:11: rules: 'й(о)и=y': a bracket wants"),
      Fault("а = a", "а=a", "x.toml:14: examples: wants Cyrillic = Latin, got 'а=a'"),
      Fault("а = a", "", "x.toml:13: examples: wants rows of Cyrillic = Latin"),
      Fault("id = ", "id = = ", "x.toml:1: "),
    ]
  )
  func faults(fault: Fault) {
    let whole = TestSchemes.text(rules: "RULE")
    let text = whole.split(separator: fault.old, maxSplits: 1, omittingEmptySubsequences: false)
      .joined(separator: fault.new)
    #expect(text != whole)
    let read = text.replacing("RULE", with: "")
    #expect {
      try Scheme(file: "x.toml", text: read)
    } throws: { "\($0)".hasPrefix(fault.message) }
  }
}
