import Dispatch
import Glibc
import Testing
import WinnowIO
import WinnowWork

@Suite(.timeLimit(.minutes(1)))
struct PoolTests {
  @Test("Never more than width jobs run at a time, and drain waits for all of them")
  func width() {
    let pool = WorkerPool(width: 3)
    let counts = Guarded((running: 0, most: 0, ended: 0))
    for _ in 0..<2_000 {
      let taken = pool.submit {
        counts.use {
          $0.running += 1
          $0.most = max($0.most, $0.running)
        }
        usleep(100)
        counts.use {
          $0.running -= 1
          $0.ended += 1
        }
      }
      #expect(taken)
    }
    pool.drain()
    #expect(counts.use { $0.ended } == 2_000)
    #expect(counts.use { $0.most } <= 3)
    #expect(!pool.submit { Issue.record("ran after the drain") })
  }

  @Test("A job that waits is taken up by whichever worker is the first to end")
  func waiting() {
    let pool = WorkerPool(width: 2)
    let gate = DispatchSemaphore(value: 0)
    let order = Guarded<[Int]>([])
    pool.submit { gate.wait() }
    for number in 1...3 { pool.submit { order.use { $0.append(number) } } }
    #expect(eventually { order.use { $0 } == [1, 2, 3] })
    gate.signal()
    #expect(pool.drain(deadline: .now() + .seconds(10)))
  }

  @Test("As many jobs as the pool is wide run at the same time")
  func fullWidth() {
    let pool = WorkerPool(width: 3)
    let meeting = Guarded(0)
    for _ in 0..<3 {
      pool.submit {
        meeting.use { $0 += 1 }
        #expect(eventually { meeting.use { $0 } == 3 })
      }
    }
    pool.drain()
  }

  @Test("Submit blocks while every worker has its next job, too")
  func blocks() {
    let pool = WorkerPool(width: 1)
    let gate = DispatchSemaphore(value: 0)
    let isTaken = Guarded(false)
    pool.submit { gate.wait() }
    pool.submit {}
    let feeder = DispatchQueue(label: "test.feeder")
    feeder.async {
      pool.submit {}
      isTaken.use { $0 = true }
    }
    usleep(30_000)
    #expect(!isTaken.use { $0 })
    gate.signal()
    feeder.sync {}
    #expect(isTaken.use { $0 })
    pool.drain()
  }

  @Test(
    "A closed pool lets who waits for a place go, though its jobs do not end, and can be asked why"
  )
  func closedPool() {
    let pool = WorkerPool(width: 1)
    let gate = DispatchSemaphore(value: 0)
    pool.submit { gate.wait() }
    pool.submit {}
    let answer = Guarded<Bool?>(nil)
    let feeder = DispatchQueue(label: "test.feeder")
    feeder.async {
      let taken = pool.submit {}
      answer.use { $0 = taken }
    }
    usleep(30_000)
    #expect(answer.use { $0 } == nil)
    pool.close()
    feeder.sync {}
    #expect(answer.use { $0 } == false)
    #expect(!pool.drain(deadline: .now() + .milliseconds(20)))
    _ = pool.queues[0].hasMoved()
    #expect(!pool.queues[0].hasMoved())
    gate.signal()
    #expect(pool.drain())
  }

  @Test("A budget is never overdrawn, but for one document that is bigger than all of it")
  func budget() {
    let budget = Budget(documents: 4, bytes: 100)
    let pool = WorkerPool(width: 8)
    let most = Guarded((documents: 0, bytes: 0))
    for number in 0..<2_000 {
      let size = number % 50 == 0 ? 500 : number % 60
      #expect(budget.take(bytes: size))
      let now = budget.inFlight
      most.use { $0 = (max($0.documents, now.documents), max($0.bytes, now.bytes)) }
      #expect(now.bytes <= 100 || now.documents == 1)
      pool.submit { budget.give(bytes: size) }
    }
    pool.drain()
    #expect(budget.inFlight == (0, 0))
    #expect(most.use { $0.documents } <= 4)
    #expect(most.use { $0.bytes } == 500)
  }

  @Test("A closed budget lets the waiting feeder go, with nothing taken")
  func closedBudget() {
    let budget = Budget(documents: 1, bytes: 10)
    #expect(budget.take(bytes: 1))
    let answer = Guarded<Bool?>(nil)
    let feeder = DispatchQueue(label: "test.feeder")
    feeder.async {
      let taken = budget.take(bytes: 1)
      answer.use { $0 = taken }
    }
    usleep(20_000)
    #expect(answer.use { $0 } == nil)
    budget.close()
    feeder.sync {}
    #expect(answer.use { $0 } == false)
    #expect(budget.inFlight == (1, 1))
  }
}

/// Waits until a condition holds, for a while; returns whether it came to hold.
private func eventually(_ condition: () -> Bool) -> Bool {
  for _ in 0..<5_000 {
    if condition() { return true }
    usleep(2_000)
  }
  return condition()
}
