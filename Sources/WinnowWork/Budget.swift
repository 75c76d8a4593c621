import Dispatch
import WinnowIO

/// How many documents, and bytes of them, may be in flight: from claim until settled.
package final class Budget: Sendable {
  private struct Use {
    var documents = 0
    var bytes = 0
    var isWaiting = false
    var isClosed = false
  }

  package let documents: Int
  package let bytes: Int
  private let use = Guarded(Use())
  private let wake = DispatchSemaphore(value: 0)

  package init(documents: Int = 1_024, bytes: Int = 64 << 20) {
    self.documents = max(1, documents)
    self.bytes = bytes
  }

  /// Takes room for one document, and blocks the one feeder until there is.
  ///
  /// A document bigger than all of the budget goes alone.
  ///
  /// - Returns: false, with nothing taken, once the budget is closed.
  package func take(bytes size: Int) -> Bool {
    while true {
      let answer: Bool? = use.use { [documents, bytes] use in
        if use.isClosed { return false }
        let fits = use.documents < documents && use.bytes + size <= bytes
        use.isWaiting = !(fits || use.documents == 0)
        if use.isWaiting { return nil }
        use.documents += 1
        use.bytes += size
        return true
      }
      if let answer { return answer }
      wake.wait()
    }
  }

  /// Gives back what one document took; from any queue.
  package func give(bytes size: Int) {
    change {
      $0.documents -= 1
      $0.bytes -= size
    }
  }

  /// Refuses everything from now on, also to who is waiting.
  package func close() { change { $0.isClosed = true } }

  /// What is in flight now.
  package var inFlight: (documents: Int, bytes: Int) { use.use { ($0.documents, $0.bytes) } }

  private func change(_ body: (inout Use) -> Void) {
    let wasWaiting = use.use { use in
      body(&use)
      defer { use.isWaiting = false }
      return use.isWaiting
    }
    if wasWaiting { wake.signal() }
  }
}
