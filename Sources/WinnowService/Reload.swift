import Logging
import WinnowIO
import WinnowPipeline

/// Reads what lies under `etc/winnow` anew, while documents go on being worked on.
extension Daemon {
  /// Puts all of it in force for the documents that come from now on; where anything is wrong, none
  /// of it: the old stays.
  func reload() {
    let old = pipeline
    let read: Configuration
    do throws(PipelineError) {
      read = try old.configuration.readAgain()
    } catch {
      complain("not reloaded, the old configuration stays: \(error)")
      refusal.use { $0 = "\(error)" }
      return
    }
    let change = SettingsChange(from: old.configuration.settings, to: read.settings)
    let new = Pipeline(read.with(change.settings))
    inForce.use { $0 = new }
    refusal.use { $0 = nil }
    let rules = old.rules == new.rules ? "rules \(new.rules)" : "rules \(old.rules) -> \(new.rules)"
    let changes = (change.applied + [rules]).joined(separator: ", ")
    log.notice("reloaded: \(changes) (\(new.configuration.counts))")
    for line in change.postponed { log.warning("\(line) wants a restart; the old value stays") }
  }
}
