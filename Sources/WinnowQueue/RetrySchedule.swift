import Dispatch
import WinnowIO
import WinnowWatch

/// Brings claims that were put off back after a while: a second, then twice as long each time, up
/// to five minutes.
///
/// The claims stay in their directory and in the budget, so that the budget bounds what is held
/// here, a full disk makes the feeder wait, and a crash loses nothing.
package final class RetrySchedule: @unchecked Sendable {
  // @unchecked because `timer` is touched on `queue` alone.
  private struct Waiting {
    let claim: Claim
    let due: Int64
  }

  private let waiting = Guarded([Waiting]())
  private let queue = DispatchQueue(label: "winnow.retry")
  private let timer: any DispatchSourceTimer
  private let first: Int64
  private let longest: Int64
  private let again: @Sendable (Claim) -> Void

  /// - Parameters:
  ///   - first: nanoseconds before a claim's first return.
  ///   - longest: nanoseconds before its next return at most.
  ///   - again: called on the schedule's own queue, with the claim's count of delays grown by one.
  package init(
    first: Int64 = 1_000_000_000,
    longest: Int64 = 300_000_000_000,
    again: @escaping @Sendable (Claim) -> Void
  ) {
    self.first = first
    self.longest = longest
    self.again = again
    timer = DispatchSource.makeTimerSource(queue: queue)
    timer.setEventHandler { [weak self] in self?.bringBack() }
    timer.activate()
  }

  deinit { timer.cancel() }

  /// The claims that wait for their time.
  package var count: Int { waiting.use { $0.count } }

  /// Keeps a claim until its time has come.
  package func postpone(_ claim: Claim) {
    var claim = claim
    let delay = min(longest, first << Int64(min(claim.delays, 20)))
    claim.delays += 1
    let due = Clock.monotonic + delay
    let fresh = Waiting(claim: claim, due: due)
    waiting.use { $0.append(fresh) }
    queue.async { [self] in arm() }
  }

  /// Forgets all claims; they stay in their directory for the next start.
  package func stop() {
    waiting.use { $0.removeAll() }
  }

  private func bringBack() {
    let now = Clock.monotonic
    let due = waiting.use { waiting in
      defer { waiting.removeAll { $0.due <= now } }
      return waiting.filter { $0.due <= now }
    }
    for entry in due { again(entry.claim) }
    arm()
  }

  private func arm() {
    dispatchPrecondition(condition: .onQueue(queue))
    guard let next = waiting.use({ $0.map(\.due).min() }) else { return }
    timer.schedule(deadline: .now() + .nanoseconds(Int(max(0, next - Clock.monotonic))))
  }
}
