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

  private let states: [State]
  private let tests: [(test: WordTest, to: Int32)]
  private let also: [Int32]
  private let patterns: [Hit]
  private let edges: EdgeTable
  private let lists: WordLists
  /// What is alive before the first word, by root.
  private var entries: [[Int32]] = []

  init(_ builder: AutomatonBuilder) {
    var states: [State] = []
    var tests: [(test: WordTest, to: Int32)] = []
    var also: [Int32] = []
    var patterns: [Hit] = []
    for state in builder.states {
      states.append(
        State(
          tests: tests.append(list: state.tests),
          also: also.append(list: state.also),
          patterns: patterns.append(list: state.hits),
          loops: state.loops
        )
      )
    }
    (self.states, self.tests, self.also, self.patterns) = (states, tests, also, patterns)
    edges = builder.edges
    lists = builder.lists
    entries = [Self.whole, Self.ends, Self.parts].map { root in
      var entry = Walk.States()
      enter(Walk.Alive(state: root, start: 0), &entry)
      return (0..<entry.count).map { entry[$0].state }
    }
  }

  /// What a reading has come to; kept from one to the next, for its buffers.
  struct Walk {
    /// A state that is alive, and the earliest word from which it was reached.
    fileprivate struct Alive {
      let state: Int32
      var start: Int
    }

    /// States that are alive, each once.
    fileprivate struct States {
      private var states: [Alive] = []
      private(set) var count = 0

      subscript(_ place: Int) -> Alive { states[place] }

      mutating func removeAll() { count = 0 }

      /// Adds a state; false where it is there and was reached from as early.
      mutating func add(_ new: Alive) -> Bool {
        for place in 0..<count where states[place].state == new.state {
          if states[place].start <= new.start { return false }
          states[place].start = new.start
          return true
        }
        if count < states.count { states[count] = new } else { states.append(new) }
        count += 1
        return true
      }
    }

    /// The patterns that have been read to their end, and where each began.
    fileprivate(set) var hits: [(hit: Hit, start: Int)] = []
    fileprivate var alive = States()
    fileprivate var next = States()
  }

  /// Finds the patterns that the words are, from a root; `starts` patterns as soon as they are read.
  ///
  /// Patterns begin at the places given, which are in order. All of them are followed at once, so that
  /// time grows with the words alone; of the places at which a state may have begun the first counts.
  func read(
    _ words: [Word],
    from root: Int32,
    at starts: some Sequence<Int>,
    _ walk: inout Walk
  ) {
    let roots = entries[Int(root)]
    var starts = starts.makeIterator()
    var start = starts.next()
    walk.hits.removeAll(keepingCapacity: true)
    walk.alive.removeAll()
    var place = start ?? words.count
    while place < words.count {
      let word = Seen(word: words[place], lists)
      walk.next.removeAll()
      if place == start {
        for state in roots { read(word, Walk.Alive(state: state, start: place), &walk.next) }
        start = starts.next()
      }
      for number in 0..<walk.alive.count { read(word, walk.alive[number], &walk.next) }
      swap(&walk.alive, &walk.next)
      addHits(&walk) { $0 == .starts }
      place += 1
      if walk.alive.count == 0 {
        guard let start else { return }
        place = start
      }
    }
    addHits(&walk) { $0 != .starts }
  }

  /// A word as patterns ask of it.
  private struct Seen {
    let edgeKey: UInt64
    let isMark: Bool
    let passed: WordTest

    init(word: Word, _ lists: WordLists) {
      edgeKey = word.edgeKey
      isMark = word.isMark
      passed = WordTest(passedBy: word, lists)
    }
  }

  @inline(__always)
  private func addHits(_ walk: inout Walk, where isWanted: (Rule.Way) -> Bool) {
    for number in 0..<walk.alive.count {
      let from = walk.alive[number]
      for place in states[Int(from.state)].patterns where isWanted(patterns[Int(place)].way) {
        walk.hits.append((patterns[Int(place)], from.start))
      }
    }
  }

  /// Where a word leads from a state that is alive.
  @inline(__always)
  private func read(_ word: Seen, _ from: Walk.Alive, _ next: inout Walk.States) {
    if let to = edges[from.state, word.edgeKey] {
      enter(Walk.Alive(state: to, start: from.start), &next)
    }
    let state = states[Int(from.state)]
    if word.isMark || state.loops {
      enter(from, &next)
      if word.isMark { return }
    }
    for place in state.tests where tests[Int(place)].test.isPassed(by: word.passed) {
      enter(Walk.Alive(state: tests[Int(place)].to, start: from.start), &next)
    }
  }

  private func enter(_ new: Walk.Alive, _ alive: inout Walk.States) {
    guard alive.add(new) else { return }
    for place in states[Int(new.state)].also {
      enter(Walk.Alive(state: also[Int(place)], start: new.start), &alive)
    }
  }
}

/// A state as `AutomatonBuilder.State`, its lists laid out one after the other with those of all.
private struct State: Sendable {
  let tests: Range<Int32>
  let also: Range<Int32>
  let patterns: Range<Int32>
  let loops: Bool
}

extension Array {
  /// Adds a list; returns the places of its elements.
  fileprivate mutating func append(list: [Element]) -> Range<Int32> {
    let start = Int32(count)
    self += list
    return start..<Int32(count)
  }
}

extension Word {
  /// Different for a word and a mark of the same key.
  var edgeKey: UInt64 { isMark ? ~key : key }
}
