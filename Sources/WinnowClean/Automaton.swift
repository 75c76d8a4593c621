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

  private struct SlotEdge: Hashable {
    let from: Int32
    let slot: Pattern.Slot
  }

  private struct State {
    var tests: [(test: WordTest, to: Int32)] = []
    /// States that are alive whenever this one is.
    var also: [Int32] = []
    /// Any word leaves it alive.
    var loops = false
    var hits: [Hit] = []
  }

  private var states = [State(), State(), State()]
  private var edges = EdgeTable()
  private let lists: WordLists
  /// What is alive before the first word, by root.
  private var entries: [[Int32]] = [[whole], [ends], [parts]]
  /// Wanted while building only: patterns with the same slot at the same place share what follows.
  private var slotEdges: [SlotEdge: Int32] = [:]

  /// Where patterns of each way begin.
  static let whole: Int32 = 0
  static let ends: Int32 = 1
  static let parts: Int32 = 2

  init(lists: WordLists) { self.lists = lists }

  // MARK: building

  mutating func add(_ pattern: Pattern, rule: Int, way: Rule.Way) {
    let root = way == .parts ? Self.parts : way == .ends ? Self.ends : Self.whole
    var at = root
    for step in pattern.steps { at = add(step, after: at) }
    states[Int(at)].hits.append(
      Hit(rule: rule, way: way, endsOpen: pattern.endsOpen, isOpen: pattern.isOpen)
    )
    var entry: [Alive] = []
    enter(Alive(state: root, start: 0), &entry)
    entries[Int(root)] = entry.map(\.state)
  }

  private mutating func add(_ step: Pattern.Step, after at: Int32) -> Int32 {
    switch step {
    case .word(let word): return next(at, word)
    case .slot(let slot):
      let edge = SlotEdge(from: at, slot: slot)
      if let to = slotEdges[edge] { return to }
      let to = add(slot, after: at)
      slotEdges[edge] = to
      return to
    }
  }

  private mutating func add(_ slot: Pattern.Slot, after at: Int32) -> Int32 {
    switch slot {
    case .one(let test): return next(at, test)
    case .many: return loop(next(at, .any))
    case .headline: return loop(next(next(next(at, .any), .any), .any))
    case .few:
      let end = new()
      var last = at
      for _ in 0..<4 {
        last = next(last, .any)
        states[Int(last)].also.append(end)
      }
      return end
    case .date: return date(after: at)
    }
  }

  /// A date in words has a month and a number, in any order, among week days and the like.
  private mutating func date(after at: Int32) -> Int32 {
    let (side, month, number, both) = (new(), new(), new(), new())
    states[Int(at)].also.append(side)
    let names: WordTest = .list(lists.bit(of: "weekday") | lists.bit(of: "dateword"))
    let months: WordTest = .list(lists.bit(of: "month"))
    for state in [side, month, number, both] {
      for test in [names, .time] { states[Int(state)].tests.append((test, state)) }
    }
    for (from, to) in [(side, month), (number, both), (month, month), (both, both)] {
      states[Int(from)].tests.append((months, to))
    }
    for (from, to) in [(side, number), (month, both), (number, number), (both, both)] {
      states[Int(from)].tests.append((.dateNumber, to))
    }
    states[Int(side)].tests.append((.wholeDate, both))
    return both
  }

  private mutating func new() -> Int32 {
    states.append(State())
    return Int32(states.count - 1)
  }

  private mutating func loop(_ state: Int32) -> Int32 {
    states[Int(state)].loops = true
    return state
  }

  private mutating func next(_ from: Int32, _ word: Word) -> Int32 {
    if let to = edges[from, word.edgeKey] { return to }
    let to = new()
    edges.insert(from, word.edgeKey, to: to)
    return to
  }

  private mutating func next(_ from: Int32, _ test: WordTest) -> Int32 {
    let to = new()
    states[Int(from)].tests.append((test, to))
    return to
  }

  // MARK: matching

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
      next.removeAll(keepingCapacity: true)
      if place == start {
        for state in roots { read(word, Alive(state: state, start: place), &next) }
        start = starts.next()
      }
      for state in alive { read(word, state, &next) }
      for state in next {
        for hit in states[Int(state.state)].hits where hit.way == .starts {
          early.append((hit, state.start))
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
      for hit in states[Int(state.state)].hits where hit.way != .starts {
        early.append((hit, state.start))
      }
    }
    return early
  }

  /// Where a word leads from a state that is alive.
  private func read(_ word: Word, _ from: Alive, _ next: inout [Alive]) {
    let state = Int(from.state)
    if let to = edges[from.state, word.edgeKey] {
      enter(Alive(state: to, start: from.start), &next)
    }
    if word.isMark || states[state].loops {
      enter(from, &next)
      if word.isMark { return }
    }
    if states[state].tests.isEmpty { return }
    let mask = lists.mask(of: word.key)
    for (test, to) in states[state].tests where passes(word, mask, test) {
      enter(Alive(state: to, start: from.start), &next)
    }
  }

  private func enter(_ new: Alive, _ alive: inout [Alive]) {
    if let known = alive.firstIndex(where: { $0.state == new.state }) {
      if alive[known].start <= new.start { return }
      alive[known].start = new.start
    } else {
      alive.append(new)
    }
    for other in states[Int(new.state)].also {
      enter(Alive(state: other, start: new.start), &alive)
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

extension Word {
  /// Different for a word and a mark of the same key.
  fileprivate var edgeKey: UInt64 { isMark ? ~key : key }
}
