import WinnowClean
import WinnowIO

/// Learns from the documents of the sources, in the order in which they are stored.
final class Learner: Sendable {
  /// After so many documents the ledger is told; a start counts at most these again.
  private static let documentsAtOnce = 512

  private struct Learnt {
    var memory: Memory
    var sinceKept = 0
  }

  private let learnt: Guarded<Learnt>

  init(_ memory: Memory) { learnt = Guarded(Learnt(memory: memory)) }

  /// Counts a document; gives what was known of its source before, and now and then what the ledger
  /// is to keep with it.
  func learn(
    _ page: PageLines,
    of source: String
  ) -> (known: SourceMemory, changed: [String: [UInt8]]) {
    learnt.use { learnt in
      let known = learnt.memory[source] ?? SourceMemory()
      learnt.memory.add(page, of: source)
      learnt.sinceKept += 1
      if learnt.sinceKept < Self.documentsAtOnce { return (known, [:]) }
      learnt.sinceKept = 0
      return (known, learnt.memory.takeChanged())
    }
  }

  /// What the ledger has not been told yet.
  func takeChanged() -> [String: [UInt8]] {
    learnt.use { learnt in
      learnt.sinceKept = 0
      return learnt.memory.takeChanged()
    }
  }
}
