import Glibc

/// The clocks of the kernel that winnow reads.
package enum Clock {
  /// Nanoseconds of a clock that nobody can set: for measuring how long something took.
  package static var monotonic: Int64 { read(CLOCK_MONOTONIC) }

  /// Nanoseconds since 1970 by the wall clock: for telling people when something was.
  package static var wall: Int64 { read(CLOCK_REALTIME) }

  /// Nanoseconds by a clock of the kernel.
  static func read(_ clock: clockid_t) -> Int64 {
    var now = timespec()
    clock_gettime(clock, &now)
    return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
  }
}
