import Dispatch
import WinnowIO

/// Turns what happens in an inbox into arrivals.
///
/// One per process has inotify; any other scans. The directory is the queue and inotify only the
/// doorbell: an event that is lost delays a file, and never loses it.
package final class Watcher: Sendable {
  private let inbox: Path
  private let settings: WatchSettings
  private let doorbell = Doorbell()
  private let observed = Guarded(WatchFacts())
  private let feeder = Guarded<Feeder?>(nil)
  /// Where deliveries are made; one that has to wait for room rests.
  package let queue = PulseQueue(label: "winnow.watch")

  /// A watcher of the directory at a path, which need not be there yet.
  package init(inbox: Path, settings: WatchSettings = WatchSettings()) {
    self.inbox = inbox
    self.settings = settings
  }

  deinit { stop() }

  /// Starts to deliver, and returns once the first scan begins: what is in the inbox already comes
  /// first.
  ///
  /// The same path can be delivered again while it is still in the inbox. A watcher starts once.
  ///
  /// - Parameter deliver: called on one queue, one arrival at a time; while it blocks, nothing is
  ///   delivered and nothing is lost.
  package func start(deliver: @escaping @Sendable (Arrival) -> Void) {
    let fresh = Feeder(
      inbox: inbox,
      settings: settings,
      doorbell: doorbell,
      facts: observed,
      queue: queue,
      deliver: deliver
    )
    let isFirst = feeder.use { feeder in
      if feeder != nil { return false }
      feeder = fresh
      return true
    }
    if !isFirst { return }
    let begun = DispatchSemaphore(value: 0)
    queue.async { [doorbell] in
      begun.signal()
      fresh.run()
      doorbell.disconnect()
    }
    begun.wait()
  }

  /// Returns when no delivery is under way and none will follow; never call it from `deliver`.
  package func stop() {
    feeder.use { $0 }?.stop()
    queue.sync {}
  }

  /// What is known at this moment.
  package var facts: WatchFacts {
    var facts = observed.use { $0 }
    facts.watchedDirectories = doorbell.watchedDirectories
    facts.overflows = doorbell.overflows
    return facts
  }
}
