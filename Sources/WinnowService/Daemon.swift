import Dispatch
import Logging
import WinnowClean
import WinnowIO
import WinnowPipeline
import WinnowQueue
import WinnowRecord
import WinnowStore
import WinnowText
import WinnowWatch
import WinnowWork

/// The whole walk from watch to store: arrivals are claimed, worked on, stored and settled.
package final class Daemon: Sendable {
  /// What a document that comes now is worked on with, to its end.
  let inForce: Guarded<Pipeline>
  /// Why what lies under `etc/winnow` is not in force; nil where it is.
  let refusal = Guarded<String?>(nil)
  let log: Logger
  private let spool: Spool
  private let store: Store
  private let watcher: Watcher
  private let pool: WorkerPool
  private let budget = Budget()
  private let tally = Guarded(Tally())
  private let retries: RetryDesk
  private let learner: Learner
  /// Documents are judged side by side, and met with what was learnt of their source in order.
  private let meeting = Turns()
  private let storing = Turns()
  /// Documents that are on their way into the store.
  private let underway = Guarded<Set<DocumentID>>([])

  /// Opens the spool and the store, recovered; nothing moves before `start`.
  package init(
    _ configuration: Configuration,
    log: Logger,
    purpose: StoreLock.Purpose
  ) throws(ServiceError) {
    self.log = log
    let settings = configuration.settings
    inForce = Guarded(Pipeline(configuration))
    let wait = StartWait(log: log)
    spool = try Self.openSpool(configuration) { wait.say("\($0)") }
    store = try Self.openStore(configuration, purpose, log, wait)
    learner = Learner(try Memory(learntFrom: store.directory))
    var watch = WatchSettings()
    watch.settle = settings.settle.nanoseconds
    watch.scanInterval = settings.scanInterval.nanoseconds
    watcher = Watcher(inbox: spool.inbox, settings: watch)
    pool = WorkerPool(width: settings.workers)
    retries = RetryDesk()
  }

  /// Opens the spool; `waiting` is told what a full disk refuses, before it is tried again.
  static func openSpool(
    _ configuration: Configuration,
    waiting: ((QueueError) -> Void)? = nil
  ) throws(ServiceError) -> Spool {
    let inbox = configuration.settings.inbox
    do throws(QueueError) {
      return try Spool.open(
        parent: configuration.root.spool,
        inbox: inbox.isEmpty ? nil : configuration.root.path.appending(inbox),
        waiting: waiting
      )
    } catch {
      throw .queue(error)
    }
  }

  private static func openStore(
    _ configuration: Configuration,
    _ purpose: StoreLock.Purpose,
    _ log: Logger,
    _ wait: StartWait
  ) throws(ServiceError) -> Store {
    let directory: Directory
    do throws(SystemError) {
      directory = try Directory(making: configuration.root.store, mode: 0o750)
    } catch {
      throw .unreadable(error)
    }
    do throws(StoreError) {
      let store = try Store.open(directory, configuration.settings.store, purpose: purpose) {
        // What the last daemon said of itself holds no more.
        try? directory.remove(StatusFile.name)
        wait.say("\($0)")
      }
      let report = store.recovery
      if report.adopted > 0 { log.notice("recovered \(report.adopted) records into the ledger") }
      if let reason = report.rebuilt { log.notice("the ledger was built anew: \(reason)") }
      if let name = report.torn { log.warning("a torn line was set aside as \(name)") }
      return store
    } catch {
      throw .store(error)
    }
  }

  // MARK: running

  /// Takes up what an earlier daemon had claimed, then whatever arrives.
  ///
  /// - Parameter pause: waits for so many nanoseconds, and returns whether there is no need to start
  ///   any more.
  /// - Throws: which directory of the spool can't be read, and will not be.
  package func start(pause: (Int64) -> Bool) throws(ServiceError) {
    retries.start { [weak self] claim in _ = self?.submit(claim) }
    guard try takeUpClaimed(pause) else { return }
    watcher.start { [weak self] arrival in self?.take(arrival) }
    let rules = "rules \(pipeline.rules) (\(pipeline.configuration.counts))"
    log.notice(
      "winnow \(Version.text) watches \(spool.inbox) with \(pool.width) workers; \(rules)"
    )
  }

  /// Takes up what lies in `claimed`, each file once; what a failing disk refuses is tried again.
  private func takeUpClaimed(_ pause: (Int64) -> Bool) throws(ServiceError) -> Bool {
    let wait = StartWait(log: log)
    var taken: Set<Path> = []
    var suspects = Suspects(store.directory)
    var isOver = false
    do throws(QueueError) { try Quarantine(spool).tidy() } catch { log.warning("\(error)") }
    while true {
      do throws(QueueError) {
        try spool.forEachClaimed {
          // One by one they take their time, and whoever stops the daemon doesn't wait for them.
          isOver = pause(0)
          if isOver { return false }
          return taken.insert($0.path).inserted ? takeUp($0, &suspects) : true
        }
        if isOver { return false }
        suspects.end()
        return true
      } catch {
        guard error.cause.mayPass else { throw .queue(error) }
        wait.say("\(error)")
        if pause(1_000_000_000) { return false }
      }
    }
  }

  /// Works on a file that was claimed when the program ended, alone, for it may have ended it.
  ///
  /// One that has done so again and again is set aside. False once the daemon stops.
  private func takeUp(_ claim: Claim, _ suspects: inout Suspects) -> Bool {
    guard budget.take(bytes: claim.size) else { return false }
    let times = suspects.begin(claim.path)
    if times >= Suspects.most {
      let detail = "the program ended \(times) times while it worked on this file alone"
      settle(claim, .quarantined(QuarantineReason(QuarantineReason.crash, detail: detail)))
      suspects.clear(claim.path)
      return true
    }
    let isDone = DispatchSemaphore(value: 0)
    guard submit(claim, then: { isDone.signal() }) else { return false }
    // One that takes longer, on a slow or full disk or for ever, must not hold up the start.
    if isDone.wait(timeout: .now() + Self.patience) == .success { suspects.clear(claim.path) }
    return true
  }

  private static let patience = DispatchTimeInterval.seconds(10)

  /// What is in force now.
  var pipeline: Pipeline { inForce.use { $0 } }

  /// All that must move where it has work, for winnow to be alive.
  var queues: [PulseQueue] { [watcher.queue] + pool.queues + store.queues }

  /// Stops taking, finishes what is in work, and lets go of everything.
  ///
  /// - Parameter deadline: what is not stored by then stays claimed for the next start.
  /// - Returns: whether all that was in work is stored and settled.
  @discardableResult
  package func stop(deadline: DispatchTime) -> Bool {
    budget.close()
    pool.close()
    retries.stop()
    watcher.stop()
    pool.drain(deadline: deadline)
    if store.flush(deadline: deadline) { store.keep(learner.takeChanged()) }
    return store.close(deadline: deadline)
  }

  /// Whether the inbox was empty at the last look and nothing is in work.
  package var isDrained: Bool {
    let facts = watcher.facts
    return facts.isIdle && facts.settling == 0 && budget.inFlight.documents == 0
  }

  /// How the daemon is doing now.
  package var facts: DaemonFacts {
    let tally = tally.use { $0 }
    return DaemonFacts(
      tally: tally,
      watch: watcher.facts,
      store: store.facts,
      inFlight: budget.inFlight.documents,
      delayed: retries.count,
      rules: pipeline.rules,
      refusal: refusal.use { $0 }
    )
  }

  // MARK: one document

  private func take(_ arrival: Arrival) {
    do throws(QueueError) {
      guard let claim = try spool.claim(arrival) else { return }
      watcher.queue.resting { _ = admit(claim) }
    } catch {
      complain("\(error)")
    }
  }

  /// Waits for room, then gives the claim to a worker; false once the daemon stops.
  private func admit(_ claim: Claim) -> Bool {
    budget.take(bytes: claim.size) && submit(claim)
  }

  /// Gives a claim that has its room to a worker.
  @discardableResult
  private func submit(_ claim: Claim, then done: @escaping @Sendable () -> Void = {}) -> Bool {
    let turn = meeting.take()
    let isTaken = pool.submit { [self] in
      work(on: claim, turn)
      done()
    }
    if !isTaken { meeting.use(turn) { {} } }
    return isTaken
  }

  private func work(on claim: Claim, _ turn: Turns.Turn) {
    let pipeline = pipeline
    let settings = pipeline.configuration.settings
    let bytes: [UInt8]
    do throws(Verdict) {
      bytes = try claim.read(maxBytes: settings.maxBytes)
    } catch {
      meeting.use(turn) { {} }
      settle(claim, error)
      return
    }
    tally.use { $0.bytesRead += bytes.count }
    let id = DocumentID(of: bytes)
    let stored = Verdict.stored(digest: Hex.text(id.digest), keeps: settings.after == .keep)
    if isDuplicate(id, settings) {
      meeting.use(turn) { {} }
      settleDuplicate(claim, stored)
      return
    }
    let document = Document(bytes)
    let draft = pipeline.clean(document)
    let source = Record.source(ofPath: claim.path.text)
    let page = source.map { _ in PageLines(document) }
    meeting.use(turn) { [self] in
      // Asked again, now that all documents before this one are on their way; underway first, for one
      // that is no longer is in the ledger.
      let isFirst = underway.use { $0.insert(id).inserted }
      if isDuplicate(id, settings) {
        if isFirst { underway.use { _ = $0.remove(id) } }
        return { self.settleDuplicate(claim, stored) }
      }
      var lesson = (known: SourceMemory(), changed: [String: [UInt8]]())
      if isFirst || settings.duplicates == .append, let source, let page {
        lesson = learner.learn(page, of: source)
      }
      let place = storing.take()
      return { [lesson] in
        let record = pipeline.record(
          of: draft.without(lesson.known),
          bytes: bytes.count,
          id: id,
          path: claim.path.text,
          received: WallTime.text()
        )
        let line = record.line()
        self.storing.use(place) {
          self.store(line, id, lesson.changed, claim, stored)
          return {}
        }
      }
    }
  }

  private func store(
    _ line: [UInt8],
    _ id: DocumentID,
    _ memory: [String: [UInt8]],
    _ claim: Claim,
    _ stored: Verdict
  ) {
    do throws(StoreError) {
      try store.append(line: line, id: id, memory: memory) { [self] outcome in
        underway.use { _ = $0.remove(id) }
        tally.use { $0.count(outcome, arrived: claim.arrived) }
        settle(claim, stored)
      }
    } catch {
      settle(claim, .later("\(error)"))
    }
  }

  /// Whether the document is in the store already and is not to be stored again.
  private func isDuplicate(_ id: DocumentID, _ settings: Settings) -> Bool {
    settings.duplicates == .skip && store.contains(id)
  }

  private func settleDuplicate(_ claim: Claim, _ stored: Verdict) {
    tally.use { $0.duplicates += 1 }
    settle(claim, stored)
  }

  private func settle(_ claim: Claim, _ verdict: Verdict) {
    do throws(QueueError) {
      try spool.settle(claim, verdict)
    } catch {
      complain("\(error)")
      retries.postpone(claim)
      return
    }
    switch verdict {
    case .stored: log.debug("stored \(claim.path)")
    case .gone: log.warning("\(claim.path): somebody took it away while it was claimed")
    case .later(let reason):
      tally.use { $0.putOff += 1 }
      log.info("\(claim.path): later: \(reason)")
      retries.postpone(claim)
      return
    case .quarantined(let reason):
      let sentence = "\(claim.path): quarantined: \(reason.reason): \(reason.detail)"
      tally.use {
        $0.quarantined[reason.reason, default: 0] += 1
        $0.errors.add(sentence)
      }
      log.warning("\(sentence)")
    }
    budget.give(bytes: claim.size)
  }

  func complain(_ sentence: String) {
    tally.use { $0.errors.add(sentence) }
    log.error("\(sentence)")
  }
}

extension Duration {
  var nanoseconds: Int64 {
    components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
  }
}
