import WinnowIO

/// Lets jobs that run side by side do a step one after another, in the order in which they were begun.
///
/// A job never waits for its turn: the step of one that comes too early is done by whichever job
/// ends the gap before it.
package final class Turns: Sendable {
  package typealias Turn = Int
  /// What a step leaves to be done; it holds up nobody's turn.
  package typealias Rest = @Sendable () -> Void
  package typealias Step = @Sendable () -> Rest

  private struct Line {
    var given = 0
    var next = 0
    var waiting: [Turn: Step] = [:]
    var isMoving = false
  }

  private let line = Guarded(Line())

  package init() {}

  /// Takes the next place in the line; it must be used, or those behind it wait for ever.
  package func take() -> Turn {
    line.use { line in
      defer { line.given += 1 }
      return line.given
    }
  }

  /// Does the step as soon as all before it are done: before this returns, or later in another job.
  package func use(_ turn: Turn, _ step: @escaping Step) {
    let isMover = line.use { line in
      line.waiting[turn] = step
      defer { line.isMoving = true }
      return !line.isMoving
    }
    if !isMover { return }
    var rests: [Rest] = []
    while let step = nextStep() { rests.append(step()) }
    for rest in rests { rest() }
  }

  private func nextStep() -> Step? {
    line.use { line in
      guard let step = line.waiting.removeValue(forKey: line.next) else {
        line.isMoving = false
        return nil
      }
      line.next += 1
      return step
    }
  }
}
