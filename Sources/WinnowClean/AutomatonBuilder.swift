import WinnowText

/// Puts patterns together so that common beginnings are shared, for an `Automaton` to read.
struct AutomatonBuilder {
  struct State {
    var tests: [(test: WordTest, to: Int32)] = []
    /// States that are alive whenever this one is.
    var also: [Int32] = []
    /// Any word leaves it alive.
    var loops = false
    var hits: [Automaton.Hit] = []
  }

  private struct SlotEdge: Hashable {
    let from: Int32
    let slot: Pattern.Slot
  }

  private(set) var states = [State(), State(), State()]
  private(set) var edges = EdgeTable()
  let lists: WordLists
  /// Patterns with the same slot at the same place share what follows.
  private var slotEdges: [SlotEdge: Int32] = [:]

  init(lists: WordLists) { self.lists = lists }

  mutating func add(_ pattern: Pattern, rule: Int, way: Rule.Way) {
    var at = Automaton.root(of: way)
    for step in pattern.steps { at = add(step, after: at) }
    states[Int(at)].hits.append(
      Automaton.Hit(rule: rule, way: way, endsOpen: pattern.endsOpen, isOpen: pattern.isOpen)
    )
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
}
