import Logging

/// Says what a start waits for: to systemd each time, which would give up on it, to the log once.
final class StartWait {
  let log: Logger
  private var said = ""

  init(log: Logger) { self.log = log }

  func say(_ reason: String) {
    ServiceManager.tell("STATUS=waiting: \(reason)\nEXTEND_TIMEOUT_USEC=10000000")
    if reason == said { return }
    said = reason
    log.error("waiting: \(reason)")
  }
}
