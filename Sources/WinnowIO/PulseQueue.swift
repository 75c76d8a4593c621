import Dispatch
import Glibc

/// A serial dispatch queue that can be asked whether its job moves.
///
/// A job moves as long as its thread uses the processor: one that hangs in the kernel, or waits for
/// a lock that nobody lets go of, does not. A job that waits for another queue, which can be asked
/// itself, says that it rests.
package final class PulseQueue: Sendable {
  private struct Job {
    let began: Int64
    /// Tells the processor time of its thread (pthread_getcpuclockid(3)).
    let clock: clockid_t
    /// Nanoseconds of it at the last question.
    var used: Int64?
  }

  /// Not the largest document takes so long: a job that turns in circles is stuck, too.
  private static let longestJob: Int64 = 7_200_000_000_000

  private let queue: DispatchQueue
  private let job = Guarded<Job?>(nil)

  package init(label: String) { queue = DispatchQueue(label: label) }

  package var label: String { queue.label }

  package func async(_ body: @escaping @Sendable () -> Void) {
    queue.async { [self] in working(body) }
  }

  package func async(after nanoseconds: Int64, _ body: @escaping @Sendable () -> Void) {
    queue.asyncAfter(deadline: .now() + .nanoseconds(Int(nanoseconds))) { [self] in working(body) }
  }

  package func sync(_ body: () -> Void) {
    queue.sync { working(body) }
  }

  /// Runs a part of a job in which it waits for something that may take any time.
  package func resting<Answer>(_ body: () -> Answer) -> Answer {
    job.use { $0 = nil }
    defer { begin() }
    return body()
  }

  /// Whether there was no job that stood still since the last time that this was asked.
  package func hasMoved() -> Bool {
    job.use { job in
      guard let known = job else { return true }
      // The thread lives: its job can't end before the guard is let go.
      let used = Clock.read(known.clock)
      job?.used = used
      return used != known.used && Clock.monotonic - known.began < Self.longestJob
    }
  }

  private func working(_ body: () -> Void) {
    begin()
    body()
    job.use { $0 = nil }
  }

  private func begin() {
    var clock = clockid_t()
    pthread_getcpuclockid(pthread_self(), &clock)
    let fresh = Job(began: Clock.monotonic, clock: clock)
    job.use { $0 = fresh }
  }
}
