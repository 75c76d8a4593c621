import Testing

@testable import WinnowTOML

@Suite struct HeadingTests {
  @Test(
    "A heading without a name is an error on its line",
    arguments: [
      "[é]", "[ .a]", "[[.]]", "[[=]]", "[ #", "[", "[\n", "[]", "[[]]", "[\u{1}", "  [(]",
    ]
  )
  func nameless(_ heading: String) {
    for text in [
      "a = 1\n\(heading)\n", "a = [\n  [1], # [\n]\n\(heading)",
      "'b' = \"\"\"\n[é]\"\"\"\n\(heading)",
    ] {
      let line = text.split(separator: "\n", omittingEmptySubsequences: false).lastIndex {
        $0.hasPrefix(heading.prefix { $0 != "\n" })
      }
      do throws(ConfigurationError) {
        _ = try ConfigurationTable(file: "a.toml", text: text)
        Issue.record("\(text) was read")
      } catch {
        #expect(error.line == (line ?? 0) + 1, "\(text): \(error)")
      }
    }
  }

  @Test(
    "What only looks like one is read",
    arguments: [
      "[a]\nb = 1\n[[c]]\n[ 'é' ]\n[ \"[\" . d ]\n", "a = [\n  [1],\n  [],\n]\n[b]\n",
      "a = '''\n[é]\n'''\nb = \"\"\"\\\"\"\"\"\n[c]\n", "# [é]\na = { b = [ [ 1 ] ] } # [\n[c]\n",
    ]
  )
  func named(_ text: String) throws {
    _ = try ConfigurationTable(file: "a.toml", text: text)
  }
}
