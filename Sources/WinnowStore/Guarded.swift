import Dispatch

/// A value that many threads read and write, one at a time.
///
/// `@unchecked Sendable`: `value` is touched only between `wait` and `signal` of `turn`.
final class Guarded<Value: Sendable>: @unchecked Sendable {
  private let turn = DispatchSemaphore(value: 1)
  private var value: Value

  init(_ value: Value) { self.value = value }

  func callAsFunction<Answer>(_ body: (inout Value) -> Answer) -> Answer {
    turn.wait()
    defer { turn.signal() }
    return body(&value)
  }
}
