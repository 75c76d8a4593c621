import Dispatch
import Glibc
import Testing
import WinnowIO

@Suite(.timeLimit(.minutes(1)))
struct PulseQueueTests {
  private let queue = PulseQueue(label: "test.pulse")
  private let gate = DispatchSemaphore(value: 0)

  /// What two looks say, the first of which only finds that there is a job.
  private func hasMoved() -> Bool {
    _ = queue.hasMoved()
    usleep(20_000)
    return queue.hasMoved()
  }

  @Test("A queue without a job has moved")
  func idle() {
    #expect(hasMoved())
    queue.sync {}
    #expect(hasMoved())
  }

  @Test("A job that waits for what nobody gives has not moved, until it goes on")
  func stuck() {
    let hasBegun = DispatchSemaphore(value: 0)
    queue.async { [gate] in
      hasBegun.signal()
      gate.wait()
    }
    hasBegun.wait()
    usleep(20_000)
    #expect(!hasMoved())
    #expect(!queue.hasMoved())
    gate.signal()
    queue.sync {}
    #expect(queue.hasMoved())
  }

  @Test("A job that works has moved, however long it takes")
  func busy() {
    let isDone = Guarded(false)
    queue.async { while !isDone.use({ $0 }) {} }
    for _ in 0..<5 { #expect(hasMoved()) }
    isDone.use { $0 = true }
    queue.sync {}
  }

  @Test("A job that rests has moved, and stands still once it no longer rests")
  func resting() {
    let (rested, end) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    queue.async { [queue, gate] in
      queue.resting { gate.wait() }
      rested.signal()
      end.wait()
    }
    #expect(hasMoved())
    gate.signal()
    rested.wait()
    usleep(20_000)
    #expect(!hasMoved())
    end.signal()
    queue.sync {}
  }

  @Test("A job that is put off is none yet")
  func later() {
    let isDone = DispatchSemaphore(value: 0)
    queue.async(after: 50_000_000) { isDone.signal() }
    #expect(hasMoved())
    isDone.wait()
  }
}
