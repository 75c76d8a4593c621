import Testing
import WinnowTOML

@Suite struct NestedTableTests {
  private let text = """
    language = "en"

    [slots]
    month = ["may"]

    [[rule]]
    id = "a"

    [[rule]]
    # the second
    id = 2
    lnes = ["x"]
    """

  private func told(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no error"
    } catch { return "\(error)" }
  }

  @Test("A table knows the line of its heading and of its keys")
  func table() throws {
    let whole = try ConfigurationTable(file: "a.toml", text: text)
    let slots = try #require(try whole.table("slots"))
    #expect(slots.line == 3)
    #expect(try slots.strings("month") == ["may"])
    #expect(slots.error("month", "no").line == 4)
    #expect(slots.error("missing", "no").line == 3)
  }

  @Test("Repeated tables come in the order of the file, each with its own lines")
  func tables() throws {
    let whole = try ConfigurationTable(file: "a.toml", text: text)
    let rules = try whole.tables("rule")
    #expect(rules.map(\.line) == [6, 9])
    #expect(try rules.first?.string("id") == "a")
    #expect(told { _ = try rules.last?.string("id") } == "a.toml:11: id: wants a string, got 2")
    #expect(
      told { try rules.last?.refuseUnknownKeys(known: ["id", "lines"]) }
        == "a.toml:12: lnes: unknown key; the nearest known one is lines"
    )
  }

  @Test("A key that is missing in a repeated table is not taken for the next table's key")
  func missingKey() throws {
    let whole = try ConfigurationTable(
      file: "a.toml",
      text: "[[rule]]\nid = 1\n[[rule]]\nwhy = 2\n"
    )
    let rules = try whole.tables("rule")
    #expect(rules.first?.error("why", "missing").line == 1)
    #expect(whole.error("rule", "wrong").line == 1)
  }

  @Test("Tables whose headings can't be found are refused, not misplaced")
  func inlineTables() throws {
    let whole = try ConfigurationTable(file: "a.toml", text: "rule = [{ id = 'a' }]\n")
    #expect(
      told { _ = try whole.tables("rule") }.hasPrefix("a.toml:1: rule: wants tables [[rule]]")
    )
  }
}
