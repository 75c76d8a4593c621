import Dispatch
import Glibc
import Logging
import WinnowIO
import WinnowPipeline
import WinnowStore
import WinnowWatch

/// Runs a daemon in the foreground until it is told to stop.
package final class Running: @unchecked Sendable {
  // @unchecked because the `var`s are set once, before the queues are given work.
  private let daemon: Daemon
  private let log: Logger
  private let bulletin: Bulletin
  private let queue = DispatchQueue(label: "winnow.running")
  private let isEnding = Guarded(false)
  private var signals: [Signals] = []
  private var watchdog: Watchdog?
  private var ticker: (any DispatchSourceTimer)?
  /// What was logged last; touched on the queue alone.
  private var troubles: [String] = []

  /// Time that is left to finish what is in work; systemd waits no longer.
  private static let patience = DispatchTimeInterval.seconds(9)

  /// Opens the spool and the store; whoever asks who has it is told whether it is `once`.
  package init(
    _ configuration: Configuration,
    log: Logger,
    isOnce: Bool = false
  ) throws(ServiceError) {
    self.log = log
    FreedMemory.giveBack(arenas: max(2, configuration.settings.workers))
    daemon = try Daemon(configuration, log: log, purpose: isOnce ? .once : .run)
    bulletin = try Bulletin(configuration, log: log)
  }

  /// Returns when SIGTERM or SIGINT has come and what was in work is stored.
  ///
  /// - Returns: whether all of it was.
  package func untilStopped(_ requests: ReloadRequests) throws(ServiceError) -> Bool {
    signal(SIGPIPE, SIG_IGN)
    let end = Bell()
    signals = [Signals([SIGTERM, SIGINT], on: queue) { _ in end.ring() }]
    try daemon.start { Self.waits($0, for: end) }
    ServiceManager.tell("READY=1")
    bulletin.start { [daemon] in daemon.facts }
    watchdog = Watchdog(over: daemon.queues, log: log)
    requests.serve { [self] in reload() }
    startTicker()
    while !end.wait(until: .max) {}
    log.notice("stopping")
    isEnding.use { $0 = true }
    ServiceManager.tell("STOPPING=1")
    queue.sync { ticker?.cancel() }
    let isComplete = daemon.stop(deadline: .now() + Self.patience)
    bulletin.stop()
    let rest = isComplete ? "" : "; what was in work stays claimed for the next start"
    log.notice("stopped: \(daemon.facts.counts)\(rest)")
    return isComplete
  }

  /// Returns when the inbox is empty and everything is settled; calls now and then with what has been
  /// done.
  package func untilDrained(_ tick: (DaemonFacts) -> Void) throws(ServiceError) -> DaemonFacts {
    signal(SIGPIPE, SIG_IGN)
    let interrupt = Bell()
    signals = [Signals([SIGTERM, SIGINT], on: queue) { _ in interrupt.ring() }]
    try daemon.start { Self.waits($0, for: interrupt) }
    bulletin.start { [daemon] in daemon.facts }
    defer { bulletin.stop() }
    while !daemon.isDrained {
      if interrupt.wait(until: Clock.monotonic + 5_000_000) { break }
      tick(daemon.facts)
    }
    daemon.stop(deadline: .now() + Self.patience)
    return daemon.facts
  }

  /// Waits for so many nanoseconds, or for a bell that stays rung; returns whether it was rung.
  private static func waits(_ time: Int64, for bell: Bell) -> Bool {
    let isRung = bell.wait(until: Clock.monotonic + time)
    if isRung { bell.ring() }
    return isRung
  }

  private func reload() {
    say("RELOADING=1\nMONOTONIC_USEC=\(Clock.monotonic / 1000)")
    daemon.reload()
    say("READY=1")
  }

  /// Tells systemd, who must hear of nothing but the end once it has begun.
  private func say(_ state: String) {
    isEnding.use { if !$0 { ServiceManager.tell(state) } }
  }

  /// Logs what keeps the daemon from working when it begins, and when it is over.
  private func log(_ now: [String]) {
    if now == troubles { return }
    for trouble in now where !troubles.contains(trouble) { log.error("\(trouble)") }
    if now.isEmpty { log.notice("all is well again") }
    troubles = now
  }

  private func startTicker() {
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.setEventHandler { [unowned self] in
      let facts = daemon.facts
      log(facts.troubles)
      ServiceManager.tell("STATUS=\(facts.summary)")
    }
    timer.schedule(deadline: .now(), repeating: .seconds(1))
    timer.activate()
    ticker = timer
  }
}

extension DaemonFacts {
  /// What has been done since the start, for a person.
  package var counts: String {
    "\(tally.stored) stored, \(tally.duplicates) duplicates, \(tally.allQuarantined) quarantined"
  }

  /// One line for a person: what has been done, what is being done, and what is wrong.
  var summary: String {
    var now: [String] = []
    if inFlight > delayed { now.append("\(inFlight - delayed) in work") }
    if watch.settling > 0 { now.append("\(watch.settling) still being written") }
    if delayed > 0 { now.append("\(delayed) put off") }
    if !watch.isIdle, watch.isInboxThere { now.append("more waiting in the inbox") }
    let work = now.isEmpty ? "idle" : now.joined(separator: ", ")
    return ([work, counts] + troubles).joined(separator: "; ")
  }
}
