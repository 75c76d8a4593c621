import Testing
import WinnowClean

@Suite struct ShippedRulesTests {
  @Test("Every rule that ships lives up to its examples")
  func examples() throws {
    #expect(try TestRules.shipped.get().firstBrokenExample() == nil)
  }

  @Test("Every rule has at least two lines to remove and two to keep")
  func exampleCounts() throws {
    for rule in try TestRules.shipped.get().rules {
      #expect(rule.removes.count >= 2, "\(rule.id)")
      #expect(rule.keeps.count >= 2, "\(rule.id)")
    }
  }

  @Test(
    "Each language has several hundred phrases",
    arguments: ["be", "de", "en", "es", "fr", "pl", "ru", "uk"]
  )
  func phrases(language: String) throws {
    let file = try TestRules.shippedFile("\(language).toml")
    let phrases = file.rules.flatMap { $0.patterns.values.joined() }
    #expect(Set(phrases).count >= 500)
    #expect(file.rules.allSatisfy { $0.id.hasPrefix("\(language).") })
  }

  @Test("A reason ends the sentence that begins with 'this line is'")
  func reasons() throws {
    for rule in try TestRules.shipped.get().rules {
      #expect(!rule.why.isEmpty && !rule.why.hasSuffix("."), "\(rule.id): \(rule.why)")
      #expect(!rule.why.hasPrefix("this line"), "\(rule.id): \(rule.why)")
    }
  }

  @Test("A rule for parts of lines acts anywhere: outside the article it would never act")
  func partsAnywhere() throws {
    for rule in try TestRules.shipped.get().rules where rule.patterns[.parts] != nil {
      #expect(rule.place == .anywhere, "\(rule.id)")
    }
  }
}
