import Testing
import WinnowTOML

@Suite struct UnknownKeyTests {
  private let known = ["settle", "after", "duplicates"]

  @Test("An unknown key is told with its line and the nearest known key")
  func nearest() throws {
    let table = try ConfigurationTable(
      file: "a.toml",
      text: "settle = 1\n\n  # duplicate = 3\n  duplicate = 2\n"
    )
    #expect(
      throws: ConfigurationError(
        file: "a.toml",
        line: 4,
        cause: "duplicate: unknown key; the nearest known one is duplicates"
      )
    ) { try table.refuseUnknownKeys(known: known) }
  }

  @Test("Known keys are let through")
  func letThrough() throws {
    let table = try ConfigurationTable(file: "a.toml", text: "settle = 1\nafter = 'keep'\n")
    #expect(throws: Never.self) { try table.refuseUnknownKeys(known: known) }
  }

  @Test("A key that begins another one's name is found on its own line")
  func prefix() throws {
    let table = try ConfigurationTable(file: "a.toml", text: "afterwards = 1\nafte = 2\n")
    #expect {
      try table.refuseUnknownKeys(known: ["afterwards"])
    } throws: { ($0 as? ConfigurationError)?.line == 2 }
  }

  @Test(
    "The edit distance is Levenshtein's",
    arguments: [
      ("", "", 0), ("a", "", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("settle", "settel", 2),
      ("same", "same", 0), ("ёж", "еж", 1),
    ]
  )
  func distance(a: String, b: String, expected: Int) {
    #expect(a.editDistance(to: b) == expected)
    #expect(b.editDistance(to: a) == expected)
  }
}
