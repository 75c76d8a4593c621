import WinnowStore
import WinnowWatch

/// How a daemon is doing: what its rooms report, side by side.
package struct DaemonFacts: Sendable {
  package let tally: Tally
  package let watch: WatchFacts
  package let store: StoreFacts
  /// Documents between claim and settlement.
  package let inFlight: Int
  /// Documents that were put off and come back later.
  package let delayed: Int
  package let rules: String
  /// Why what lies under `etc/winnow` is not in force; nil where it is.
  package let refusal: String?

  /// What keeps the daemon from working as it should, one sentence each.
  package var troubles: [String] {
    var troubles: [String] = []
    if case .waiting(let reason) = store.state { troubles.append("the store waits: \(reason)") }
    if let refusal { troubles.append("an older configuration is in force: \(refusal)") }
    if !watch.isInboxThere { troubles.append("the inbox is missing") }
    if case .scan(let reason) = watch.mode { troubles.append("scanning, not watching: \(reason)") }
    if let error = watch.lastError { troubles.append("the inbox can't be read: \(error)") }
    return troubles
  }
}
