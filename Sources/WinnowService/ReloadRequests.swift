import Dispatch
import Glibc
import WinnowIO

/// Keeps SIGHUP from ending a daemon that starts: it is served once the daemon runs.
package final class ReloadRequests: Sendable {
  private let queue = DispatchQueue(label: "winnow.reload")
  private let isServed = DispatchSemaphore(value: 0)
  private let body = Guarded<(@Sendable () -> Void)?>(nil)
  private let signals: Guarded<Signals?> = Guarded(nil)

  /// Keeps them from now on.
  package init() {
    queue.async { [isServed] in isServed.wait() }
    let made = Signals([SIGHUP], on: queue) { [body] _ in body.use { $0 }?() }
    signals.use { $0 = made }
  }

  /// Serves those that have come and those that will.
  func serve(by reload: @escaping @Sendable () -> Void) {
    body.use { $0 = reload }
    isServed.signal()
  }
}
