import Dispatch
import WinnowWatch

/// Runs jobs on a concurrent dispatch queue, never more than `width` at a time.
package final class WorkerPool: Sendable {
  package let width: Int
  private let floor = DispatchQueue(label: "winnow.pool", attributes: .concurrent)
  private let places = DispatchSemaphore(value: 0)
  private let unfinished = DispatchGroup()
  private let isClosed = Guarded(false, label: "winnow.pool.closed")

  package init(width: Int) {
    self.width = max(1, width)
    // Counted up from nought: libdispatch stops a program that lets go of a semaphore which stands
    // below the value it was made with.
    for _ in 0..<self.width { places.signal() }
  }

  /// Starts a job, as soon as there is a place for it; blocks the caller until then.
  ///
  /// - Returns: false, without running it, once the pool drains.
  @discardableResult
  package func submit(_ job: @escaping @Sendable () -> Void) -> Bool {
    places.wait()
    let isOpen = isClosed.use { [unfinished] isClosed in
      if !isClosed { unfinished.enter() }
      return !isClosed
    }
    guard isOpen else {
      places.signal()
      return false
    }
    floor.async { [places, unfinished] in
      job()
      places.signal()
      unfinished.leave()
    }
    return true
  }

  /// Takes no more jobs, and returns when those that run have ended.
  package func drain() {
    isClosed.use { $0 = true }
    unfinished.wait()
  }
}
