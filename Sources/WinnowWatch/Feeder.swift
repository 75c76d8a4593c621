import WinnowIO

/// Looks where hints point, and everywhere from time to time, and delivers what is complete.
///
/// The directory is the queue: nothing is remembered of what was delivered, so whatever is not
/// taken is found again.
final class Feeder: @unchecked Sendable {
  // @unchecked because all `var`s are touched on the one queue that runs it.
  let inbox: Path
  let settings: WatchSettings
  let doorbell: Doorbell
  let facts: Guarded<WatchFacts>
  /// The queue that runs it.
  let queue: PulseQueue
  let deliver: @Sendable (Arrival) -> Void
  private let isStopped = Guarded(false)

  var settling: Settling
  /// The full scans that were begun; a directory is known by the last one that saw it.
  var scan = 0
  var nextScan: Int64 = 0
  /// Why the last full scan could not watch all of the inbox.
  var unwatched: WatchError?
  var trouble: SystemError?
  var irregular = Irregular()
  /// The count of the full scan under way.
  var counting: Irregular?
  private var identity: WatchMap.Identity?
  private var lastPublished: Int64 = 0

  /// What is neither file nor directory.
  struct Irregular {
    var count = 0
    var example: Path?

    mutating func add(_ place: Path) {
      count += 1
      example = example ?? place
    }
  }

  /// Nanoseconds between two looks at whether the inbox is there, and the same one.
  private static let lookInterval: Int64 = 1_000_000_000

  init(
    inbox: Path,
    settings: WatchSettings,
    doorbell: Doorbell,
    facts: Guarded<WatchFacts>,
    queue: PulseQueue,
    deliver: @escaping @Sendable (Arrival) -> Void
  ) {
    self.inbox = inbox
    self.settings = settings
    self.doorbell = doorbell
    self.facts = facts
    self.queue = queue
    self.deliver = deliver
    settling = Settling(settle: settings.settle)
  }

  var stopped: Bool { isStopped.use { $0 } }

  /// Runs until stopped, on the caller's thread.
  func run() {
    while !stopped {
      let isThere = round()
      let look = Clock.monotonic + Self.lookInterval
      let time = isThere ? min(nextScan, settling.nextLook, look) : look
      queue.resting { doorbell.wait(until: time) }
    }
  }

  func stop() {
    isStopped.use { $0 = true }
    doorbell.ring()
  }

  /// Looks once at what was asked for and what is due; false where there is no inbox.
  private func round() -> Bool {
    let asked = doorbell.take()
    guard let root = openInbox() else {
      publish()
      return false
    }
    if asked.everything || Clock.monotonic >= nextScan {
      facts.use { $0.isIdle = false }
      scanEverything(root)
    } else {
      if !asked.places.isEmpty { facts.use { $0.isIdle = false } }
      for hint in asked.places where !stopped { follow(hint, root) }
    }
    lookAgain(root)
    publish()
    facts.use { [doorbell] in $0.isIdle = $0.scans > 0 && $0.settling == 0 && doorbell.isSilent }
    return true
  }

  /// Opens the inbox for one round: kept open, its removal would not be told.
  private func openInbox() -> Directory? {
    do throws(SystemError) {
      let root = try Directory(at: inbox)
      let found = WatchMap.Identity(try root.status())
      if found != identity {
        forgetInbox()
        identity = found
      }
      facts.use { $0.isInboxThere = true }
      return root
    } catch {
      forgetInbox()
      trouble = error
      facts.use {
        $0.isInboxThere = false
        $0.isIdle = false
      }
      return nil
    }
  }

  private func forgetInbox() {
    if identity != nil { doorbell.forgetDirectories() }
    identity = nil
    settling.removeAll()
    nextScan = 0
  }

  /// Puts a long round's facts up once a second.
  func publishNowAndThen() {
    if Clock.monotonic - lastPublished >= Self.lookInterval { publish() }
  }

  private func publish() {
    lastPublished = Clock.monotonic
    let mode = unwatched.map { WatchFacts.Mode.scan(reason: "\($0)") } ?? .inotify
    let (count, irregular) = (settling.count, irregular)
    let line = trouble.map { "\($0)" }
    facts.use { facts in
      facts.mode = mode
      facts.settling = count
      facts.ignored = irregular.count
      facts.ignoredExample = irregular.example
      facts.lastError = line
    }
  }
}
