import Dispatch
import Testing
import WinnowIO

@Suite struct BellTests {
  @Test("Who waits is woken when it rings, or when the time has come")
  func wakes() {
    let bell = Bell()
    let start = Clock.monotonic
    #expect(!bell.wait(until: start + 30_000_000))
    #expect(Clock.monotonic - start >= 30_000_000)
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.02) { bell.ring() }
    #expect(bell.wait(until: Clock.monotonic + 20_000_000_000))
  }

  @Test("What rang before is not missed, and heard once")
  func remembers() {
    let bell = Bell()
    bell.ring()
    bell.ring()
    #expect(bell.wait(until: .max))
    #expect(!bell.wait(until: Clock.monotonic))
    #expect(!bell.wait(until: 0))
  }
}
