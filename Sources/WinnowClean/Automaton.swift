import WinnowText

/// All patterns of all rules as one nondeterministic automaton over words.
///
/// A line is read once, word by word; the states that are alive share the patterns' common
/// beginnings, so time grows with the line and hardly with the number of patterns.
struct Automaton: Sendable {
  /// A pattern that has been read to its end.
  struct Hit: Equatable, Sendable {
    let rule: Int
    let way: Rule.Way
    let endsOpen: Bool
    let isOpen: Bool
  }

  /// Where patterns of each way begin.
  static let whole: Int32 = 0
  static let ends: Int32 = 1
  static let parts: Int32 = 2

  static func root(of way: Rule.Way) -> Int32 {
    switch way {
    case .parts: parts
    case .ends: ends
    default: whole
    }
  }

  // By state; see `AutomatonBuilder.State`.
  private let tests: FlatLists<(test: WordTest, to: Int32)>
  private let also: FlatLists<Int32>
  private let loops: [Bool]
  private let patterns: FlatLists<Hit>
  private let edges: EdgeTable
  private let lists: WordLists
  /// What is alive before the first word, by root.
  private var entries: [[Int32]] = []

  init(_ builder: AutomatonBuilder) {
    tests = FlatLists(builder.states.map(\.tests))
    also = FlatLists(builder.states.map(\.also))
    loops = builder.states.map(\.loops)
    patterns = FlatLists(builder.states.map(\.hits))
    edges = builder.edges
    lists = builder.lists
    entries = [Self.whole, Self.ends, Self.parts].map { root in
      var entry: [Alive] = []
      enter(Alive(state: root, start: 0), &entry)
      return entry.map(\.state)
    }
  }

  /// A state that is alive, and the earliest word from which it was reached.
  private struct Alive {
    let state: Int32
    var start: Int
  }

  /// The patterns that the words are, from a root; `starts` patterns as soon as they are read.
  ///
  /// Patterns begin at the places given, which are in order. All of them are followed at once, so that
  /// time grows with the words alone; of the places at which a state may have begun the first counts.
  func hits(
    _ words: [Word],
    from root: Int32,
    at starts: some Sequence<Int>
  ) -> [(hit: Hit, start: Int)] {
    let roots = entries[Int(root)]
    var starts = starts.makeIterator()
    var start = starts.next()
    var alive: [Alive] = []
    var next: [Alive] = []
    var early: [(hit: Hit, start: Int)] = []
    var place = start ?? words.count
    while place < words.count {
      let word = words[place]
      // Which lists the word is in, once a state asks.
      var mask: UInt64?
      next.removeAll(keepingCapacity: true)
      if place == start {
        for state in roots { read(word, &mask, Alive(state: state, start: place), &next) }
        start = starts.next()
      }
      for state in alive { read(word, &mask, state, &next) }
      for state in next {
        for number in patterns[state.state] where patterns.elements[number].way == .starts {
          early.append((patterns.elements[number], state.start))
        }
      }
      swap(&alive, &next)
      place += 1
      if alive.isEmpty {
        guard let start else { return early }
        place = start
      }
    }
    for state in alive {
      for number in patterns[state.state] where patterns.elements[number].way != .starts {
        early.append((patterns.elements[number], state.start))
      }
    }
    return early
  }

  /// Where a word leads from a state that is alive.
  private func read(
    _ word: Word,
    _ mask: inout UInt64?,
    _ from: Alive,
    _ next: inout [Alive]
  ) {
    if let to = edges[from.state, word.edgeKey] {
      enter(Alive(state: to, start: from.start), &next)
    }
    if word.isMark || loops[Int(from.state)] {
      enter(from, &next)
      if word.isMark { return }
    }
    let tests = tests[from.state]
    if tests.isEmpty { return }
    let lists = mask ?? lists.mask(of: word.key)
    mask = lists
    for number in tests where passes(word, lists, self.tests.elements[number].test) {
      enter(Alive(state: self.tests.elements[number].to, start: from.start), &next)
    }
  }

  private func enter(_ new: Alive, _ alive: inout [Alive]) {
    if let known = alive.firstIndex(where: { $0.state == new.state }) {
      if alive[known].start <= new.start { return }
      alive[known].start = new.start
    } else {
      alive.append(new)
    }
    for number in also[new.state] {
      enter(Alive(state: also.elements[number], start: new.start), &alive)
    }
  }

  private func passes(_ word: Word, _ mask: UInt64, _ test: WordTest) -> Bool {
    switch test {
    case .any: true
    case .number: word.kind == .number
    case .year: word.year != nil
    case .time: word.kind == .time
    case .url: word.kind == .url
    case .email: word.kind == .email
    case .file: word.kind == .file
    case .dateNumber: word.beginsWithDigit && (word.kind == .number || word.kind == .plain)
    case .wholeDate: word.kind == .date
    case .list(let wanted): mask & wanted != 0
    }
  }
}

/// Lists laid out one after the other.
private struct FlatLists<Element: Sendable>: Sendable {
  let elements: [Element]
  private let starts: [Int32]

  init(_ lists: [[Element]]) {
    elements = lists.flatMap(\.self)
    var starts: [Int32] = [0]
    for list in lists { starts.append(starts[starts.count - 1] + Int32(list.count)) }
    self.starts = starts
  }

  /// The places of a list's elements.
  subscript(list: Int32) -> Range<Int> { Int(starts[Int(list)])..<Int(starts[Int(list) + 1]) }
}

extension Word {
  /// Different for a word and a mark of the same key.
  var edgeKey: UInt64 { isMark ? ~key : key }
}
