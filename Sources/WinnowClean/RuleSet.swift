import WinnowTOML
import WinnowText

/// All rules in force, ready to judge lines.
package struct RuleSet: Sendable {
  /// A rule that a line, or a part of it, falls under.
  struct Match: Equatable, Sendable {
    let rule: Int
    /// The span of the text that goes.
    let span: Range<Int>
  }

  /// Lines with more words are no longer short.
  private static let shortLine = 16
  /// Lines with more words are never taken for a pattern that a run of words fills.
  private static let longestOpen = 30
  /// Lines with more words are not looked at as a whole.
  private static let longest = 60

  package let rules: [Rule]
  private let automaton: Automaton

  /// Compiles the rules of some files.
  ///
  /// - Throws: `ConfigurationError` where a pattern is wrong or two rules have one id.
  package init(_ files: [RuleFile]) throws(ConfigurationError) {
    var lists = WordLists()
    for file in files {
      for (name, phrases) in file.slots.sorted(by: { $0.key < $1.key }) {
        for phrase in phrases {
          let words = Words.split(phrase).filter { !$0.isMark }
          guard let word = words.first, words.count == 1 else {
            throw ConfigurationError(
              file: file.file,
              line: 1,
              cause: "slots.\(name): wants single words, got '\(phrase)'"
            )
          }
          guard lists.add(word.key, to: name) else {
            throw ConfigurationError(
              file: file.file,
              line: 1,
              cause: "slots.\(name): wants at most \(WordLists.most) lists"
            )
          }
        }
      }
    }
    var builder = AutomatonBuilder(lists: lists)
    var rules: [Rule] = []
    var seen: Set<String> = []
    for file in files {
      for rule in file.rules {
        guard seen.insert(rule.id).inserted else { throw rule.error("this id is taken") }
        for way in Rule.Way.allCases {
          for text in rule.patterns[way] ?? [] {
            let (pattern, fault) = Pattern.read(text, lists: lists)
            guard let pattern else {
              throw rule.error(fault ?? text)
            }
            builder.add(pattern, rule: rules.count, way: way)
          }
        }
        rules.append(rule)
      }
    }
    self.rules = rules
    automaton = Automaton(builder)
  }

  /// The first example that a rule does not live up to: a line it should remove and does not, or one
  /// that it should leave alone.
  package func firstBrokenExample() -> ConfigurationError? {
    var scratch = Scratch()
    for (number, rule) in rules.enumerated() {
      func isHit(_ example: String) -> Bool {
        guard let line = Document(Array(example.utf8)).singleLine else { return false }
        return matches(line.words, line: line.span, in: line.text, &scratch)
          .contains { $0.rule == number }
      }
      if let kept = rule.removes.first(where: { !isHit($0) }) {
        return rule.error("removes: it does not remove '\(kept)'")
      }
      if let lost = rule.keeps.first(where: isHit) {
        return rule.error("keeps: it removes '\(lost)'")
      }
    }
    return nil
  }

  /// Buffers for matching, kept from line to line.
  struct Scratch {
    fileprivate var walk = Automaton.Walk()
    fileprivate var starts: [Int] = []
  }

  /// The rules that a line falls under, whole-line rules first, each rule once.
  func matches(
    _ words: [Word],
    line: Range<Int>,
    in text: [UInt8],
    _ scratch: inout Scratch
  ) -> [Match] {
    let count = words.count { !$0.isMark }
    var found: [Match] = []
    if count <= Self.longest {
      automaton.read(words, from: Automaton.whole, at: CollectionOfOne(0), &scratch.walk)
      add(scratch.walk.hits, count)
    }
    if count <= Self.shortLine {
      automaton.read(words, from: Automaton.ends, at: words.indices, &scratch.walk)
      add(scratch.walk.hits, count)
    }
    scratch.starts.removeAll(keepingCapacity: true)
    Sentences.addStarts(words, in: text, to: &scratch.starts)
    automaton.read(words, from: Automaton.parts, at: scratch.starts, &scratch.walk)
    add(scratch.walk.hits, count, isPart: true)
    return found

    func add(_ hits: [(hit: Automaton.Hit, start: Int)], _ count: Int, isPart: Bool = false) {
      if hits.isEmpty { return }
      func rank(_ hit: (hit: Automaton.Hit, start: Int)) -> (Int, Int) {
        (isPart ? hit.start : 0, hit.hit.rule)
      }
      for (hit, start) in hits.sorted(by: { rank($0) < rank($1) }) {
        if hit.way == .starts || hit.way == .ends, count > Self.shortLine { continue }
        if !isPart, hit.isOpen, count > Self.longestOpen { continue }
        if hit.endsOpen, words.last(where: { !$0.isClosing })?.isFullStop == true { continue }
        if found.contains(where: { $0.rule == hit.rule }) { continue }
        let span = isPart ? words[start].at.lowerBound..<line.upperBound : line
        found.append(Match(rule: hit.rule, span: span))
      }
    }
  }
}

extension Rule {
  fileprivate func error(_ cause: String) -> ConfigurationError {
    ConfigurationError(file: file, line: line, cause: "\(id): \(cause)")
  }
}

extension Document {
  /// The one line of an example, as the judge sees it.
  fileprivate var singleLine: (words: [Word], span: Range<Int>, text: [UInt8])? {
    guard let span = lines.first, lines.count == 1 else { return nil }
    return (Words.split(text, span), span, text)
  }
}
