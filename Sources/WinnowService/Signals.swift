import Dispatch
import Glibc

/// Turns signals into calls on a queue; created once and kept for the life of the process.
final class Signals {
  private let sources: [any DispatchSourceSignal]

  init(_ numbers: [Int32], on queue: DispatchQueue, _ body: @escaping @Sendable (Int32) -> Void) {
    sources = numbers.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { body(number) }
      source.activate()
      return source
    }
  }
}
