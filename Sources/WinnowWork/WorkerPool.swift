import Dispatch
import WinnowIO

/// Runs jobs on `width` serial dispatch queues, so never more than `width` at a time.
///
/// A concurrent queue would share the few threads that libdispatch keeps for all of them, and jobs
/// that wait for a disk would hold up each other. As many jobs again wait at hand, so that no worker has
/// to wait for whoever brings the next one.
package final class WorkerPool: Sendable {
  package typealias Job = @Sendable () -> Void

  private struct Floor {
    var idle: [PulseQueue]
    var waiting: [Job] = []
    var isClosed = false
  }

  package let width: Int
  /// Where the jobs run.
  package let queues: [PulseQueue]
  private let floor: Guarded<Floor>
  private let places = DispatchSemaphore(value: 0)
  private let unfinished = DispatchGroup()

  package init(width: Int) {
    let width = max(1, width)
    self.width = width
    queues = (0..<width).map { PulseQueue(label: "winnow.pool.\($0)") }
    floor = Guarded(Floor(idle: queues))
    // Counted up from nought: libdispatch stops a program that lets go of a semaphore which stands
    // below the value it was made with.
    for _ in 0..<2 * width { places.signal() }
  }

  /// Takes a job, as soon as there is a place for it; blocks the caller until then.
  ///
  /// - Returns: false, without running it, once the pool drains.
  @discardableResult
  package func submit(_ job: @escaping Job) -> Bool {
    places.wait()
    let (isTaken, queue) = floor.use { floor -> (Bool, PulseQueue?) in
      if floor.isClosed { return (false, nil) }
      unfinished.enter()
      let queue = floor.idle.popLast()
      if queue == nil { floor.waiting.append(job) }
      return (true, queue)
    }
    if !isTaken { places.signal() }
    if let queue { run(job, on: queue) }
    return isTaken
  }

  private func run(_ job: @escaping Job, on queue: PulseQueue) {
    queue.async { [self] in
      job()
      let next = floor.use { floor -> Job? in
        if !floor.waiting.isEmpty { return floor.waiting.removeFirst() }
        floor.idle.append(queue)
        return nil
      }
      places.signal()
      if let next { run(next, on: queue) }
      unfinished.leave()
    }
  }

  /// Takes no more jobs, also from who waits for a place.
  package func close() {
    floor.use { $0.isClosed = true }
    places.signal()
  }

  /// Takes no more jobs, and returns when those that run have ended, or at the deadline.
  ///
  /// - Returns: whether all have ended.
  @discardableResult
  package func drain(deadline: DispatchTime = .distantFuture) -> Bool {
    close()
    return unfinished.wait(timeout: deadline) == .success
  }
}
