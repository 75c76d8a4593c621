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
    entries[Int(root)] = []
    enter(root, &entries[Int(root)])
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

  /// The patterns that the words are, from a root; `starts` patterns as soon as they are read.
  ///
  /// Where it is floating, a pattern may begin at any word.
  func hits(_ words: ArraySlice<Word>, from root: Int32, isFloating: Bool = false) -> [Hit] {
    let roots = entries[Int(root)]
    var alive: [Int32] = []
    var next: [Int32] = []
    var early: [Hit] = []
    for (place, word) in words.enumerated() {
      next.removeAll(keepingCapacity: true)
      if place == 0 || isFloating { read(word, roots, &next) }
      read(word, alive, &next)
      if next.isEmpty, !isFloating { return early }
      for state in next where !states[Int(state)].hits.isEmpty {
        early += states[Int(state)].hits.filter { $0.way == .starts }
      }
      swap(&alive, &next)
    }
    return early + alive.flatMap { states[Int($0)].hits.filter { $0.way != .starts } }
  }

  /// Where a word leads from the states that are alive.
  private func read(_ word: Word, _ alive: [Int32], _ next: inout [Int32]) {
    let key = word.edgeKey
    for state in alive {
      if let to = edges[state, key] { enter(to, &next) }
      if word.isMark || states[Int(state)].loops {
        enter(state, &next)
        if word.isMark { continue }
      }
      if states[Int(state)].tests.isEmpty { continue }
      let mask = lists.mask(of: word.key)
      for (test, to) in states[Int(state)].tests where passes(word, mask, test) {
        enter(to, &next)
      }
    }
  }

  private func enter(_ state: Int32, _ alive: inout [Int32]) {
    if alive.contains(state) { return }
    alive.append(state)
    for other in states[Int(state)].also { enter(other, &alive) }
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
