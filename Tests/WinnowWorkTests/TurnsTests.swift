import Dispatch
import Testing
import WinnowIO
import WinnowWork

@Suite struct TurnsTests {
  @Test("Steps are done in the order in which turns were taken, whatever the order of use")
  func order() {
    let turns = Turns()
    let done = Guarded<[Int]>([])
    let taken = (0..<200).map { _ in turns.take() }
    DispatchQueue.concurrentPerform(iterations: taken.count) { number in
      let turn = taken[(number * 71) % taken.count]
      turns.use(turn) {
        done.use { $0.append(turn) }
        return {}
      }
    }
    #expect(done.use { $0 } == taken)
  }

  @Test("A step waits for the turn before it, and what it leaves holds up nobody")
  func gap() {
    let turns = Turns()
    let done = Guarded<[String]>([])
    let (first, second) = (turns.take(), turns.take())
    turns.use(second) {
      done.use { $0.append("second") }
      return { done.use { $0.append("rest of second") } }
    }
    #expect(done.use { $0 }.isEmpty)
    turns.use(first) {
      done.use { $0.append("first") }
      return { done.use { $0.append("rest of first") } }
    }
    #expect(done.use { $0 } == ["first", "second", "rest of first", "rest of second"])
  }
}
