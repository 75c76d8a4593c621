import Dispatch

/// A value that many threads read and write, one at a time.
package final class Guarded<Value>: @unchecked Sendable {
  // @unchecked because `value` is touched only between `wait` and `signal` of `turn`.
  private var value: Value
  private let turn = DispatchSemaphore(value: 1)

  package init(_ value: sending Value) { self.value = value }

  /// Runs the body while nobody else has the value; it must be short, and not ask for it again.
  package func use<Answer: Sendable>(_ body: (inout Value) -> Answer) -> Answer {
    turn.wait()
    defer { turn.signal() }
    return body(&value)
  }
}
