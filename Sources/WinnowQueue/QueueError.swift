import WinnowIO

/// What the spool wanted to do with a path, and what the kernel said.
package struct QueueError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The words that follow "could not".
  package let wanted: String
  package let cause: SystemError

  init(_ wanted: String, _ cause: SystemError) {
    self.wanted = wanted
    self.cause = cause
  }

  package var description: String {
    "\(cause.path): could not \(wanted): \(cause.call): \(cause.reason)"
  }
}

/// Names the errors of the kernel after what was wanted.
func wanting<Answer>(
  _ wanted: String,
  _ body: () throws(SystemError) -> Answer
) throws(QueueError) -> Answer {
  do throws(SystemError) { return try body() } catch { throw QueueError(wanted, error) }
}
