import WinnowIO
import WinnowQueue
import WinnowWatch

/// Brings back claims that were put off, once the daemon runs.
///
/// The schedule calls back into the daemon, and so can only be made after it.
final class RetryDesk: Sendable {
  private let schedule = Guarded<RetrySchedule?>(nil)

  func start(again: @escaping @Sendable (Claim) -> Void) {
    let new = RetrySchedule(again: again)
    schedule.use { $0 = new }
  }

  func postpone(_ claim: Claim) { schedule.use { $0 }?.postpone(claim) }

  func stop() { schedule.use { $0 }?.stop() }

  var count: Int { schedule.use { $0 }?.count ?? 0 }
}
