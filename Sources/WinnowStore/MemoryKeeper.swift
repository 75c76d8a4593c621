/// Sees to it that the ledger's memory of the sources is always that of the records before a place.
struct MemoryKeeper {
  private let ledger: Ledger
  /// Behind the last record that was stored.
  private var last: Position
  /// What a full disk has refused so far: it goes with the next.
  private var waiting: SourceRows = [:]

  init(_ ledger: Ledger) throws(StoreError) {
    self.ledger = ledger
    last = try ledger.position()
  }

  /// Keeps what came with the records of a batch that is stored.
  mutating func note(_ done: Batch) {
    for (entry, outcome) in zip(done.entries, done.outcomes) {
      if case .stored(let place) = outcome { last = place.end }
      if !entry.memory.isEmpty { keep(entry.memory) }
    }
  }

  /// Keeps what the memory is with the last record that was stored.
  mutating func keep(_ rows: SourceRows) {
    waiting.merge(rows) { $1 }
    if waiting.isEmpty { return }
    do throws(StoreError) {
      try ledger.keep(waiting, upTo: last)
      waiting = [:]
    } catch {
      // The ledger is derived: a start counts the records after what was kept.
    }
  }
}
