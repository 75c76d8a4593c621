import WinnowText

/// A pattern of a rule, taken apart: words and marks as written, and slots.
struct Pattern {
  enum Step: Equatable {
    /// A word or a mark that must stand here.
    case word(Word)
    case slot(Slot)
  }

  /// What stands for words that the pattern does not name.
  enum Slot: Hashable {
    /// One word that passes a test.
    case one(WordTest)
    /// One word or more.
    case many
    /// One to four words.
    case few
    case date
    /// Three words or more up to the end, which is not a full stop.
    case headline
  }

  let steps: [Step]

  /// Reads `copyright {year} {any}`; the lists are the rule files' own.
  ///
  /// Gives nil and a sentence where a slot is unknown or a brace is left open.
  static func read(_ text: String, lists: WordLists) -> (pattern: Pattern?, fault: String?) {
    var steps: [Step] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      steps += Words.split(String(rest[..<open])).map { .word($0) }
      guard let close = rest[open...].firstIndex(of: "}") else {
        return (nil, "'\(text)': a brace is not closed")
      }
      let name = String(rest[rest.index(after: open)..<close])
      guard let slot = slot(named: name, lists) else {
        return (nil, "'\(text)': {\(name)} is neither a slot nor a list under [slots]")
      }
      steps.append(.slot(slot))
      rest = rest[rest.index(after: close)...]
    }
    steps += Words.split(String(rest)).map { .word($0) }
    if steps.isEmpty { return (nil, "'\(text)': a pattern wants a word") }
    return (Pattern(steps: steps), nil)
  }

  private static func slot(named name: String, _ lists: WordLists) -> Slot? {
    switch name {
    case "any": .many
    case "few": .few
    case "word": .one(.any)
    case "headline": .headline
    case "date": .date
    case "number": .one(.number)
    case "year": .one(.year)
    case "time": .one(.time)
    case "url": .one(.url)
    case "email": .one(.email)
    case "file": .one(.file)
    default: lists.names.contains(name) ? .one(.list(lists.bit(of: name))) : nil
    }
  }

  /// Whether a line that matches may not end in a full stop.
  var endsOpen: Bool { steps.contains(.slot(.headline)) }

  /// Whether it takes a run of words of any length.
  var isOpen: Bool { steps.contains(.slot(.many)) || endsOpen }
}
