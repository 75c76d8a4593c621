import Glibc

/// Wakes one who waits for it, or for a time of the monotonic clock.
///
/// `DispatchSemaphore` waits for a time of the wall clock on Linux (sem_timedwait(3)): set back by an
/// hour, it would let a waiter sleep an hour longer.
package final class Bell: @unchecked Sendable {
  // @unchecked because `isRung` is touched only while `mutex` is held.
  private var isRung = false
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  package init() {
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Wakes who waits, or lets the next who would wait go on at once.
  package func ring() {
    pthread_mutex_lock(mutex)
    isRung = true
    pthread_cond_signal(condition)
    pthread_mutex_unlock(mutex)
  }

  /// Returns when rung, or at a time of the monotonic clock; says whether it was rung.
  @discardableResult
  package func wait(until time: Int64) -> Bool {
    var end = timespec(tv_sec: Int(time / 1_000_000_000), tv_nsec: Int(time % 1_000_000_000))
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while !isRung {
      if pthread_cond_timedwait(condition, mutex, &end) == ETIMEDOUT { break }
    }
    defer { isRung = false }
    return isRung
  }
}
