import Testing
import WinnowText

@testable import WinnowClean

@Suite struct ReadLinesTests {
  @Test("What is taken over from an earlier text is what reading anew finds")
  func taken() throws {
    let rules = try TestRules.rule(.parts, ["copyright {year} {few}", "share this"])
    let lines = [
      "Share this", "It rained. Copyright 2022 WXYZ.", "Menu", "Share this", "Ça a plu\u{2026}",
      "It is due. Share this",
    ]
    let before = Document(utf8: Array((lines.joined(separator: "\n") + "\n").utf8))
    let earlier = ReadLines(before, rules: rules, scans: true, earlier: ReadLines(), kept: [])
    // The third line goes, and of the second a part.
    let part = before.lines[1].lowerBound + 10..<before.lines[1].upperBound
    let menu = before.lines[2].lowerBound..<before.lines[2].upperBound + 1
    let after = before.applying([Change(at: part, rule: "a"), Change(at: menu, rule: "b")])
    let anew = ReadLines(after, rules: rules, scans: true, earlier: ReadLines(), kept: [])
    for kept in [[0, 1, 3, 4, 5], [0, 1, 2, 3, 4], [5], []] {
      let taken = ReadLines(after, rules: rules, scans: true, earlier: earlier, kept: kept)
      #expect(taken.lines == anew.lines)
      #expect(taken.keys == anew.keys)
      #expect(taken.matches == anew.matches)
      #expect(taken.scan.counts == anew.scan.counts)
      #expect(taken.scan.tokens.hashes == anew.scan.tokens.hashes)
    }
    #expect(anew.matches.count { !$0.isEmpty } == 3)
  }
}
