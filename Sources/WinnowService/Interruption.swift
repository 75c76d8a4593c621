import Dispatch
import Glibc
import WinnowIO

/// Lets a command that would go on for ever end between two lines when it is told to.
package final class Interruption: Sendable {
  /// Time to finish a line that a slow reader has not taken.
  private static let patience = DispatchTimeInterval.seconds(2)

  private let come = Guarded(false)
  private let signals: Guarded<Signals?> = Guarded(nil)

  package init() {
    let queue = DispatchQueue(label: "winnow.interruption")
    let made = Signals([SIGTERM, SIGINT], on: queue) { [come] number in
      come.use { $0 = true }
      // As a shell tells of it: the signal itself may be blocked, by whoever started the program.
      queue.asyncAfter(deadline: .now() + Self.patience) { _exit(128 + number) }
    }
    signals.use { $0 = made }
  }

  /// Whether SIGTERM or SIGINT has come.
  package var hasCome: Bool { come.use { $0 } }
}
