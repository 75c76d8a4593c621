import Testing
import WinnowClean
import WinnowTOML

@Suite struct PatternTests {
  /// A pattern over a whole line, lines that it is, and lines that it is not.
  struct Sample: Sendable, CustomTestStringConvertible {
    let pattern: String
    let hits: [String]
    let misses: [String]
    var testDescription: String { pattern }

    init(_ pattern: String, hits: [String], misses: [String]) {
      self.pattern = pattern
      self.hits = hits
      self.misses = misses
    }
  }

  static let slots = [
    Sample(
      "share this",
      hits: ["Share this", "SHARE THIS:", "» share — this «", "(Share) this!"],
      misses: ["share", "share this now", "now share this", "sharethis"]
    ),
    Sample("a {any} b", hits: ["a x b", "a x y z b", "a b b"], misses: ["a b", "a - b", "a x"]),
    Sample("see {any}", hits: ["see x", "see a b c d e f g"], misses: ["see", "see ..."]),
    Sample(
      "in {few}",
      hits: ["in a", "in a b c d", "In a, b; c - d!"],
      misses: ["in", "in a b c d e"]
    ),
    Sample("{few} ago", hits: ["a ago", "a b c d ago"], misses: ["ago", "a b c d e ago"]),
    Sample("by {word} now", hits: ["by Ann now"], misses: ["by now", "by Ann Lee now"]),
    Sample(
      "see {headline}",
      hits: ["See three new bridges", "See who won the race?", "See: more than three words"],
      misses: ["See two bridges", "See the three new bridges.", "See where he said “I will.”"]
    ),
    Sample(
      "{number} likes",
      hits: ["7 likes", "1,234 likes", "3.5K likes", "12M likes", "2024 likes"],
      misses: ["likes", "many likes", "x7 likes", "12:30 likes"]
    ),
    Sample("in {year}", hits: ["in 1900", "in 2099"], misses: ["in 1899", "in 2100", "in 20000"]),
    Sample(
      "at {time}",
      hits: ["at 0:00", "at 12:30", "at 12:30:05"],
      misses: ["at 12", "at 120:30"]
    ),
    Sample(
      "visit {url}",
      hits: ["visit https://example.org/x", "visit www.example.org.", "Visit (example.com)"],
      misses: ["visit us", "visit a@example.org", "visit a.jpg"]
    ),
    Sample("mail {email}", hits: ["mail a@example.org"], misses: ["mail example.org", "mail @a"]),
    Sample("{file}", hits: ["photo.jpg", "A-1.PDF"], misses: ["photo", "example.org", "jpg"]),
    Sample("in {month}", hits: ["in May", "IN JUNE"], misses: ["in july", "in"]),
    Sample(
      "{date}",
      hits: [
        "May 3", "3 May", "3rd of May 2019", "Monday, June 11, 2023", "11.06.2023", "2023-06-11",
        "Monday 11.06.2023 at 12:30", "12:30, 3 May", "May 2019",
      ],
      misses: ["May", "3", "2019", "Monday", "12:30", "May flowers 3", "3 apples"]
    ),
    Sample(
      "posted {date} by {word}",
      hits: ["Posted May 3, 2019 by Ann", "posted 11.06.2023 by ann"],
      misses: ["posted by Ann", "posted May by Ann", "posted May 3"]
    ),
  ]

  @Test("A slot takes what it is for, and nothing else", arguments: slots)
  func slot(sample: Sample) throws {
    let rules = try TestRules.rule(.lines, [sample.pattern])
    for line in sample.hits { #expect(rules.removes(line), "\(line)") }
    for line in sample.misses { #expect(!rules.removes(line), "\(line)") }
  }

  static let marks = [
    Sample(
      "also: {any}",
      hits: ["Also: this", "also : this"],
      misses: ["Also this", "Also; this"]
    ),
    Sample("© {year}", hits: ["© 2020", "© – 2020."], misses: ["2020", "(c) 2020"]),
    Sample("why?", hits: ["Why?", "why ?!"], misses: ["Why", "Why!"]),
    Sample("read | {any}", hits: ["Read | x"], misses: ["Read x", "Read: x"]),
    Sample("e-mail", hits: ["e-mail", "E - Mail"], misses: ["e mail", "email"]),
    Sample("today's", hits: ["Today's", "TODAY’S", "todays"], misses: ["today s", "today"]),
    Sample("a. b", hits: ["a. b", "A. (B)"], misses: ["a b", "a, b"]),
  ]

  @Test("A mark that a pattern writes must be there, any other is passed over", arguments: marks)
  func mark(sample: Sample) throws {
    let rules = try TestRules.rule(.lines, [sample.pattern])
    for line in sample.hits { #expect(rules.removes(line), "\(line)") }
    for line in sample.misses { #expect(!rules.removes(line), "\(line)") }
  }

  @Test(
    "A pattern that can't be read is told with its rule and what is wrong",
    arguments: [
      ("copy {yaer}", "{yaer} is neither a slot nor a list under [slots]"),
      ("copy {year", "a brace is not closed"),
      (" ", "a pattern wants a word"),
    ]
  )
  func faults(pattern: String, cause: String) {
    #expect {
      try TestRules.rule(.lines, [pattern])
    } throws: { error in
      let error = error as? ConfigurationError
      return error?.cause == "t.rule: '\(pattern)': \(cause)" && error?.line == 6
    }
  }
}
