import Testing

@testable import WinnowTOML

@Suite struct SyntaxCheckTests {
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

  /// A date with so many underscores that the parser would go back further than it remembers.
  private static let longDate = "1" + String(repeating: "_", count: 117) + "111-11-11 11:11:11"

  @Test(
    "What the parser would end the program for is an error on its line",
    arguments: [
      "}", "1, }", "'a', [}", "{ b = 1 }, }", "\u{2028}", "1,\u{2029}", "1, # c\n\u{85}1",
      #""""b"""", }"#, #""""b""""", }"#, #"'''\''', }"#, #""\"", }"#, #""""\"""", }"#, "'', }",
      #""", }"#, #"""""""", }"#, "[], }", "1979-05-27 07:32:00, }", "1979-05-27T:32:00",
      "1979-05-27t:07:", "1979-05-27 0", "1979-05-27 0\u{2028}", longDate,
    ]
  )
  func unasserted(_ value: String) {
    let lines = 1 + value.count { $0 == "\n" }
    for text in ["a = 1\nb = [\(value)", "\u{FEFF}a = 1\nb = [\(value)\n]\n"] {
      #expect {
        _ = try ConfigurationTable(file: "a.toml", text: text)
      } throws: { ($0 as? ConfigurationError)?.line == 1 + lines }
    }
  }

  @Test("Tables in tables are refused before they are too deep for the stack")
  func deep() {
    let parts = String(repeating: "a.", count: 200_000) + "a"
    let lists = String(repeating: "[", count: 200_000)
    let tables = String(repeating: "{ a = ", count: 200_000)
    for text in ["\(parts) = 1", "[\(parts)]", "[[ \(parts)]]", "a = { \(parts) = 1 }"]
      + ["a = \(lists)", "a = \(tables)", "a = [ \(tables)"]
    {
      #expect(throws: ConfigurationError.self) {
        _ = try ConfigurationTable(file: "a.toml", text: text)
      }
    }
  }

  @Test("A NUL byte is refused: the parser would take it for the end of the file")
  func nul() {
    #expect {
      _ = try ConfigurationTable(file: "a.toml", text: "a = 1\n# \0\nb = 2\n")
    } throws: { ($0 as? ConfigurationError)?.line == 2 }
  }

  @Test("What TOML 1.0 has is let through")
  func letThrough() throws {
    let text = #"""
      1-2_3 = +1_000 # é ] }
      'é'.b."c.d" = [ { e = [ 1979-05-27 07:32:00.5-07:00, ], 'f' = { } },
        0xff, -inf, """ ]}, \"""""", ''' }''''', "\\" , '\' ]
      g = '[é]'
      """#
    for text in [text, "\u{FEFF}" + text.replacing("\n", with: "\r\n")] {
      let table = try ConfigurationTable(file: "a.toml", text: text)
      #expect(table.keys == ["1-2_3", "g", "é"])
      #expect(try table.string("g") == "[é]")
    }
  }

  /// Most rows are wrong early on; what the parser asserts would end the tests.
  @Test("No row of tokens ends the program")
  func tokens() {
    let tokens = [
      "[", "]", "[[", "]]", "{", "}", ",", "=", ".", "#", "\n", "\n", " ", " ", "\t", "\r", "a",
      "a",
      "b = [", "c = {", "[d]\n", "1", "-", "+", "_", "e", "0x", "true", "inf", "1979-05-27", "T",
      "07:32:00", "'", "\"", "'''", #"""""#, "\\", "é", "\u{2028}", "\u{85}", "\u{1}", "'f'",
    ]
    // Knuth's linear congruential generator: each run has the same rows.
    var state: UInt64 = 1
    func random(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<20_000 {
      let row = (0...random(below: 20)).map { _ in tokens[random(below: tokens.count)] }.joined()
      _ = try? ConfigurationTable(file: "a.toml", text: "a = [" + row)
      _ = try? ConfigurationTable(file: "a.toml", text: row)
    }
  }
}
