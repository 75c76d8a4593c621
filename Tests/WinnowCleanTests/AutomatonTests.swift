import Testing
import WinnowClean

@Suite struct AutomatonTests {
  @Test("'lines' takes the whole line and no line that is longer")
  func lines() throws {
    let rules = try TestRules.rule(.lines, ["share this", "share {number} times"])
    #expect(rules.removes("Share this"))
    #expect(rules.removes("Share 12 times."))
    #expect(!rules.removes("Share this story"))
    #expect(!rules.removes("Please share this"))
    #expect(!rules.removes("Share times"))
  }

  @Test("'starts' takes lines of at most 16 words that begin with the pattern")
  func starts() throws {
    let rules = try TestRules.rule(.starts, ["sign up for our"])
    #expect(rules.removes("Sign up for our"))
    #expect(rules.removes("Sign up for our letter, and more."))
    #expect(rules.removes("Sign up for our a b c d e f g h i j k l"))
    #expect(!rules.removes("Sign up for our a b c d e f g h i j k l m"))
    #expect(!rules.removes("Please sign up for our letter"))
    #expect(!rules.removes("Sign up for"))
  }

  @Test("'ends' takes lines of at most 16 words that end with the pattern")
  func ends() throws {
    let rules = try TestRules.rule(.ends, ["all rights reserved"])
    #expect(rules.removes("All rights reserved"))
    #expect(rules.removes("The Gazette, all rights reserved."))
    #expect(rules.removes("all rights all rights reserved"))
    #expect(rules.removes("a b c d e f g h i j k l m all rights reserved"))
    #expect(!rules.removes("a b c d e f g h i j k l m n all rights reserved"))
    #expect(!rules.removes("All rights reserved by us"))
  }

  @Test("'parts' takes what begins with a sentence and runs to the line's end; the rest stays")
  func parts() throws {
    let rules = try TestRules.rule(.parts, ["copyright {year} {few}", "© {year}"])
    #expect(rules.cleaned("The vote is due. Copyright 2022 WXYZ.") == "The vote is due.\n")
    #expect(rules.cleaned("Is it due? Copyright 2022 “The Daily WXYZ.”") == "Is it due?\n")
    #expect(rules.cleaned("Is it due? “Copyright 2022 The WXYZ.”") == "Is it due?\n")
    #expect(rules.cleaned("It is due. – © 2022") == "It is due.\n")
    #expect(rules.cleaned("She said “No.” Copyright 2022 WXYZ.") == "She said “No.”\n")
    #expect(rules.cleaned("(It rained!) Copyright 2022 WXYZ.") == "(It rained!)\n")
    #expect(rules.cleaned("Il dit : « Non. » Copyright 2022 WXYZ.") == "Il dit : « Non. »\n")
    #expect(rules.removes("* Copyright 2022 WXYZ."))
    #expect(rules.cleaned("It is due! © 2022") == "It is due!\n")
    #expect(rules.removes("Copyright 2022 WXYZ."))
    // Not where a sentence begins, not up to the end, not after a dot inside a word.
    for line in [
      "The vote is due, copyright 2022 WXYZ.", "Due. Copyright 2022 a b c d e.",
      "Due. Copyright of WXYZ.", "Due.Copyright 2022 WXYZ.", "It is “due.”Copyright 2022 WXYZ.",
    ] {
      #expect(rules.cleaned(line) == line + "\n")
    }
  }

  @Test("A part may begin with any sentence of a long line")
  func longLine() throws {
    let rules = try TestRules.rule(.parts, ["copyright {year} {any}"])
    let body = String(repeating: "One more sentence of the report stands here. ", count: 40)
    #expect(rules.cleaned(body + "Copyright 2022 by us all.") == body.dropLast() + "\n")
  }

  @Test("Of two parts of a line the longer goes")
  func longestPart() throws {
    let rules = try TestRules.rule(.parts, ["sign up here", "follow us. sign up here"])
    #expect(rules.cleaned("It rained. Follow us. Sign up here.") == "It rained.\n")
  }

  @Test("A run of words of any length takes no line of more than 30 words")
  func openLimit() throws {
    let rules = try TestRules.rule(.lines, ["see: {any}", "look: {headline}"])
    for pattern in ["see:", "look:"] {
      #expect(rules.removes(pattern + String(repeating: " x", count: 29)))
      #expect(!rules.removes(pattern + String(repeating: " x", count: 30)))
    }
  }

  @Test("No line of more than 60 words is taken whole")
  func longest() throws {
    let phrase = Array(repeating: "x", count: 60).joined(separator: " ")
    let rules = try TestRules.rule(.lines, [phrase, phrase + " x"])
    #expect(rules.removes(phrase))
    #expect(!rules.removes(phrase + " x"))
  }

  @Test("Patterns that begin alike don't disturb each other")
  func common() throws {
    let rules = try TestRules.rule(
      .lines,
      ["read more", "read {any} more now", "read {word} here", "read more: {headline}"]
    )
    for line in ["Read more", "Read on and on more now", "Read it here", "Read more: a b c"] {
      #expect(rules.removes(line), "\(line)")
    }
    for line in ["Read", "Read more now then", "Read it all here", "Read more: a b"] {
      #expect(!rules.removes(line), "\(line)")
    }
  }

  @Test("'outside' acts before the first and after the last paragraph of prose only")
  func outside() throws {
    let rules = try TestRules.rule(.lines, ["news"], place: .outside)
    let prose =
      "The council of the town met on Thursday to talk about the bridge over the river.\n"
    let other = "Three of the nine members said that the money would last until the spring.\n"
    #expect(
      rules.cleaned("News\nA bridge for the town\n" + prose + "News\n" + other + "News\n")
        == "A bridge for the town\n" + prose + "News\n" + other
    )
  }

  @Test("A thousand patterns and a line of a thousand words are no trouble")
  func many() throws {
    let rules = try TestRules.rule(.lines, (0..<1000).map { "{few} word\($0) {any} end" })
    #expect(rules.removes("a b word999 c d end"))
    #expect(!rules.removes(String(repeating: "word1 ", count: 1000) + "end"))
  }
}
