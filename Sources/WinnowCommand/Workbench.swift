import WinnowIO
import WinnowWork

/// Works on documents side by side, and prints what comes of each in the order in which they came.
final class Workbench: Sendable {
  /// What is printed of a document.
  typealias Answer = (bytes: [UInt8], isError: Bool)

  private struct Printed {
    let output = LineOutput()
    var answers = 0
    var errors = 0
    /// Why nothing more can be printed.
    var failure: (any Error)?

    mutating func add(_ answer: Answer, isLast: Bool) {
      answers += 1
      errors += answer.isError ? 1 : 0
      if failure != nil { return }
      do {
        try output.write(answer.bytes)
        // Whoever waits for an answer before sending the next line gets it.
        if isLast { try output.flush() }
      } catch { failure = error }
    }
  }

  private let pool: WorkerPool
  private let turns = Turns()
  private let budget = Budget()
  private let printed = Guarded(Printed())

  init(workers: Int) { pool = WorkerPool(width: workers) }

  /// Begins work on a document of so many bytes, as soon as there is a worker and room for it.
  func add(bytes: Int, _ work: @escaping @Sendable () -> Answer) throws {
    if let failure = printed.use({ $0.failure }) { throw failure }
    _ = budget.take(bytes: bytes)
    let turn = turns.take()
    pool.submit { [self] in
      let answer = work()
      turns.use(turn) { [self] in
        budget.give(bytes: bytes)
        let isLast = budget.inFlight.documents == 0
        printed.use { $0.add(answer, isLast: isLast) }
        return {}
      }
    }
  }

  /// Returns once all of it is printed, and says how much there was.
  func finish() throws -> (answers: Int, errors: Int) {
    pool.drain()
    if let failure = printed.use({ $0.failure }) { throw failure }
    return printed.use { ($0.answers, $0.errors) }
  }
}
