import Dispatch
import Glibc
import Logging
import WinnowIO

/// Feeds systemd's watchdog (sd_watchdog_enabled(3)) for as long as everything that has work moves.
final class Watchdog {
  private let queues: [PulseQueue]
  private let log: Logger
  private let timer: any DispatchSourceTimer
  /// The names of the queues that stood still at the last look.
  private var stuck: [String] = []

  /// nil where no service manager waits for this process to be fed.
  init?(over queues: [PulseQueue], log: Logger) {
    guard let patience = Self.patience else { return nil }
    self.queues = queues
    self.log = log
    timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "winnow.watchdog"))
    timer.setEventHandler { [weak self] in self?.look() }
    // Who stands still at two looks gets no more food, and three quarters of the time are left then.
    timer.schedule(deadline: .now(), repeating: .microseconds(patience / 4))
    timer.activate()
  }

  deinit { timer.cancel() }

  /// Microseconds without food after which the service is taken for dead.
  private static var patience: Int? {
    func number(_ name: String) -> Int? { getenv(name).flatMap { Int(String(cString: $0)) } }
    if let process = number("WATCHDOG_PID"), process != getpid() { return nil }
    return number("WATCHDOG_USEC").flatMap { $0 > 0 ? $0 : nil }
  }

  private func look() {
    let names = queues.filter { !$0.hasMoved() }.map(\.label)
    if names.isEmpty { ServiceManager.tell("WATCHDOG=1") }
    if names == stuck { return }
    stuck = names
    if names.isEmpty {
      log.warning("nothing is stuck any more")
    } else {
      log.error("stuck, and systemd is not told that all is well: \(names.joined(separator: ", "))")
    }
  }
}
