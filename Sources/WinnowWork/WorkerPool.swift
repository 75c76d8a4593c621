import Dispatch
import WinnowIO

/// Runs jobs on `width` serial dispatch queues, so never more than `width` at a time.
///
/// A concurrent queue would share the few threads that libdispatch keeps for all of them, and jobs
/// that wait for a disk would hold up each other.
package final class WorkerPool: Sendable {
  private struct Floor {
    var idle: [PulseQueue]
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
    for _ in 0..<width { places.signal() }
  }

  /// Starts a job, as soon as there is a place for it; blocks the caller until then.
  ///
  /// - Returns: false, without running it, once the pool drains.
  @discardableResult
  package func submit(_ job: @escaping @Sendable () -> Void) -> Bool {
    places.wait()
    let queue = floor.use { [unfinished] floor -> PulseQueue? in
      if floor.isClosed { return nil }
      unfinished.enter()
      return floor.idle.popLast()
    }
    guard let queue else {
      places.signal()
      return false
    }
    queue.async { [floor, places, unfinished] in
      job()
      floor.use { $0.idle.append(queue) }
      places.signal()
      unfinished.leave()
    }
    return true
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
