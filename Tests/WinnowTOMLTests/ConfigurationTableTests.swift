import Testing
import WinnowTOML

@Suite struct ConfigurationTableTests {
  private func table(_ text: String) throws -> ConfigurationTable {
    try ConfigurationTable(file: "winnow.toml", text: text)
  }

  @Test("Values are read by key; a missing key is nil")
  func values() throws {
    let table = try table(
      """
      name = "Ёж"
      count = -12
      words = ["a", "b"]
      """
    )
    #expect(try table.string("name") == "Ёж")
    #expect(try table.integer("count") == -12)
    #expect(try table.strings("words") == ["a", "b"])
    #expect(table.keys == ["count", "name", "words"])
    #expect(try table.string("none") == nil)
    #expect(try table.integer("none") == nil)
    #expect(try table.strings("none") == nil)
    #expect(try table.table("none")?.line == nil)
    #expect(try table.tables("none").isEmpty)
  }

  @Test("Text that is no TOML is refused with file, line and cause")
  func syntax() {
    #expect {
      try table("a = 1\nb = 2\nc = = 3\n")
    } throws: { error in
      let error = error as? ConfigurationError
      return error?.file == "winnow.toml" && error?.line == 3 && error?.cause.isEmpty == false
    }
  }

  @Test("A key that stands twice is refused on its second line")
  func twice() {
    #expect {
      try table("a = 1\n\na = 2\n")
    } throws: { ($0 as? ConfigurationError)?.line == 3 }
  }

  @Test("A value of the wrong type is told with its line, what is wanted and what was got")
  func wrongTypes() throws {
    let table = try table(
      """
      # a comment
      text = 5
      number = "five"
      words = "word"

      mixed = ["a", 1]
      empty = ["a", ""]
      inner = 1
      many = "x"
      fraction = 1.5
      """
    )
    func told(_ body: () throws -> Void) -> String {
      do {
        try body()
        return "no error"
      } catch { return "\(error)" }
    }
    #expect(
      told { _ = try table.string("text") } == "winnow.toml:2: text: wants a string, got 5"
    )
    #expect(
      told { _ = try table.integer("number") }.hasPrefix(
        "winnow.toml:3: number: wants a whole number, got "
      )
    )
    #expect(
      told { _ = try table.strings("words") }.hasPrefix(
        "winnow.toml:4: words: wants a list of strings, got "
      )
    )
    #expect(
      told { _ = try table.strings("mixed") }
        == "winnow.toml:6: mixed: wants a list of strings, got 1"
    )
    #expect(told { _ = try table.strings("empty") }.hasPrefix("winnow.toml:7: empty: wants a list"))
    #expect(told { _ = try table.table("inner") } == "winnow.toml:8: inner: wants a table, got 1")
    #expect(told { _ = try table.tables("many") }.hasPrefix("winnow.toml:9: many: wants tables [["))
    #expect(told { _ = try table.integer("fraction") }.hasPrefix("winnow.toml:10: fraction: wants"))
  }

  @Test("A missing value that must be there is told with what is wanted")
  func required() throws {
    let table = try table("a = 'x'\n")
    #expect(try table.required(try table.string("a"), "a", wants: "a name") == "x")
    #expect(
      throws: ConfigurationError(
        file: "winnow.toml",
        line: 1,
        cause: "b: missing; wants a name"
      )
    ) {
      try table.required(try table.string("b"), "b", wants: "a name")
    }
  }
}
