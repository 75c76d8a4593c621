import Dispatch

/// A value that is touched on one serial queue alone.
package final class Guarded<Value>: @unchecked Sendable {
  // @unchecked because `value` is touched on `queue` alone.
  private var value: Value
  private let queue: DispatchQueue

  package init(_ value: sending Value, label: String) {
    self.value = value
    queue = DispatchQueue(label: label)
  }

  /// Runs the body while nobody else has the value; it must be short, and not ask for it again.
  package func use<Answer: Sendable>(_ body: (inout Value) -> Answer) -> Answer {
    queue.sync { body(&value) }
  }
}
