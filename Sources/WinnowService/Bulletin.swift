import Dispatch
import Logging
import WinnowIO
import WinnowPipeline
import WinnowQueue
import WinnowStore
import WinnowWatch

/// Tells each second how a running daemon is doing: `winnow status` by a file, Prometheus by metrics.
final class Bulletin: @unchecked Sendable {
  // @unchecked because all that changes is touched on `queue` alone.
  private static let rhythm: Int64 = 1_000_000_000
  /// The part of the time that may go into counting files, as the n-th.
  private static let countingShare: Int64 = 20

  private let configuration: Configuration
  private let log: Logger
  private let queue = DispatchQueue(label: "winnow.bulletin", qos: .utility)
  private let status: StatusFile
  private let outlet: MetricsOutlet?
  private let started = Clock.wall
  private var timer: (any DispatchSourceTimer)?
  private var pace = Pace()
  private var errors = RecentErrors()
  private var lastErrors: [String?] = [nil, nil]
  private var census = Census()
  private var nextCensus: Int64 = 0
  private var outletTroubles: [String] = []

  init(_ configuration: Configuration, log: Logger) throws(ServiceError) {
    self.configuration = configuration
    self.log = log
    status = try StatusFile(configuration)
    outlet = MetricsOutlet(configuration)
  }

  /// Tells from now on.
  func start(_ facts: @escaping @Sendable () -> DaemonFacts) {
    queue.sync {
      let timer = DispatchSource.makeTimerSource(queue: queue)
      timer.setEventHandler { [weak self] in self?.tell(facts()) }
      timer.schedule(deadline: .now(), repeating: .nanoseconds(Int(Self.rhythm)))
      timer.activate()
      self.timer = timer
    }
  }

  /// Tells nothing more, and takes back what was told.
  func stop() {
    queue.sync {
      timer?.cancel()
      outlet?.close()
      status.remove()
    }
  }

  private func tell(_ facts: DaemonFacts) {
    dispatchPrecondition(condition: .onQueue(queue))
    pace.note(facts.tally.stored + facts.tally.duplicates, at: Clock.monotonic)
    noteErrors(of: facts)
    if let outlet { publish(facts, outlet) }
    status.write(
      facts,
      started: started,
      rate: pace.perSecond,
      errors: facts.tally.errors.joined(with: errors),
      troubles: facts.troubles + outletTroubles
    )
  }

  /// The rooms keep their last error, and not its time.
  private func noteErrors(of facts: DaemonFacts) {
    let last = [facts.store.lastError, facts.watch.lastError]
    for (error, before) in zip(last, lastErrors) {
      if let error, error != before { errors.add(error) }
    }
    lastErrors = last
  }

  private func publish(_ facts: DaemonFacts, _ outlet: MetricsOutlet) {
    count()
    let metrics = Metrics(
      facts: facts,
      census: census,
      footprint: .now(),
      bytesLeft: status.bytesLeft,
      started: started,
      now: Clock.wall
    )
    let troubles = outlet.publish(metrics.text)
    for trouble in troubles where !outletTroubles.contains(trouble) { log.warning("\(trouble)") }
    outletTroubles = troubles
  }

  private func count() {
    let begun = Clock.monotonic
    if begun < nextCensus { return }
    census = Census(
      parent: configuration.root.spool,
      inbox: configuration.root.inbox(configuration.settings),
      patience: 10 * Self.rhythm,
      countsDone: false
    )
    nextCensus = begun + Self.countingShare * (Clock.monotonic - begun)
  }
}
