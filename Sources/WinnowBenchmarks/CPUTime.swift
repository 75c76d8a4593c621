import Glibc

/// Time that the processor has worked, which other programs on the machine hardly change.
enum CPUTime {
  /// Seconds that a piece of work takes this thread.
  static func measure(_ work: () -> Void) -> Double {
    let before = now(CLOCK_THREAD_CPUTIME_ID)
    work()
    return now(CLOCK_THREAD_CPUTIME_ID) - before
  }

  /// Seconds that this process has worked, all threads together.
  static var process: Double { now(CLOCK_PROCESS_CPUTIME_ID) }

  /// Seconds of a clock that never goes back.
  static var wall: Double { now(CLOCK_MONOTONIC) }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
