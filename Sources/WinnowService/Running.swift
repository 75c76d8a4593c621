import Dispatch
import Glibc
import Logging
import WinnowIO

/// Runs a daemon in the foreground until it is told to stop.
package final class Running: @unchecked Sendable {
  // @unchecked because `signals` and `ticker` are set once, before the queue is given work.
  private let daemon: Daemon
  private let log: Logger
  private let bulletin: Bulletin
  private let queue = DispatchQueue(label: "winnow.running")
  private let ended = DispatchSemaphore(value: 0)
  private var signals: Signals?
  private var ticker: (any DispatchSourceTimer)?

  /// Time that is left to finish what is in work; systemd waits no longer.
  private static let patience = DispatchTimeInterval.seconds(9)

  package init(_ configuration: Configuration, log: Logger) throws(ServiceError) {
    self.log = log
    daemon = try Daemon(configuration, log: log)
    bulletin = try Bulletin(configuration, log: log)
  }

  /// Returns when SIGTERM or SIGINT has come and what was in work is stored.
  ///
  /// - Returns: whether all of it was.
  package func untilStopped() throws(ServiceError) -> Bool {
    signal(SIGPIPE, SIG_IGN)
    signals = Signals([SIGTERM, SIGINT], on: queue) { [ended] _ in ended.signal() }
    try daemon.start()
    ServiceManager.tell("READY=1")
    bulletin.start { [daemon] in daemon.facts }
    startTicker()
    ended.wait()
    log.notice("stopping")
    ServiceManager.tell("STOPPING=1")
    queue.sync { ticker?.cancel() }
    let isComplete = daemon.stop(deadline: .now() + Self.patience)
    bulletin.stop()
    log.notice(
      isComplete ? "stopped" : "stopped; what was in work stays claimed for the next start"
    )
    return isComplete
  }

  /// Returns when the inbox is empty and everything is settled; calls now and then with what has been
  /// done.
  package func untilDrained(_ tick: (DaemonFacts) -> Void) throws(ServiceError) -> DaemonFacts {
    signal(SIGPIPE, SIG_IGN)
    let interrupt = Bell()
    signals = Signals([SIGTERM, SIGINT], on: queue) { _ in interrupt.ring() }
    try daemon.start()
    while !daemon.isDrained {
      if interrupt.wait(until: Clock.monotonic + 5_000_000) { break }
      tick(daemon.facts)
    }
    daemon.stop(deadline: .now() + Self.patience)
    return daemon.facts
  }

  private func startTicker() {
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.setEventHandler { [daemon] in
      ServiceManager.tell("STATUS=\(daemon.facts.summary)")
    }
    timer.schedule(deadline: .now(), repeating: .seconds(1))
    timer.activate()
    ticker = timer
  }
}

extension DaemonFacts {
  /// One line for a person.
  package var summary: String {
    let counts =
      "\(tally.stored) stored, \(tally.duplicates) duplicates, \(tally.allQuarantined) quarantined"
    return ([counts] + troubles).joined(separator: "; ")
  }
}
