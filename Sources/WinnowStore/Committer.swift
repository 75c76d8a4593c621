import Dispatch
import WinnowIO
import WinnowRecord

/// Gathers what is appended into batches, commits them in time, and acknowledges them.
///
/// `@unchecked Sendable`: all state is touched on `queue` only.
final class Committer: @unchecked Sendable {
  let queue = PulseQueue(label: "winnow.store.commit")
  let acknowledging = PulseQueue(label: "winnow.store.acknowledge")
  private let writer: BatchWriter
  /// Kept for as long as anything may be written, even if nobody has the store any more.
  private let lock: StoreLock
  private let settings: StoreSettings
  private let facts: Guarded<StoreFacts>

  private var gathered = BatchQueue()
  private var batch: Batch?
  private var lastCommit: Int64 = 0
  private var isScheduled = false
  /// Something was refused, and it is not yet time to try again.
  private var isWaiting = false
  private var isStopped = false
  private var appended = 0
  private var settled = 0
  private var memory: MemoryKeeper
  private var flushes: [(count: Int, group: DispatchGroup)] = []

  init(
    _ writer: BatchWriter,
    _ ledger: Ledger,
    _ lock: StoreLock,
    _ settings: StoreSettings,
    _ facts: Guarded<StoreFacts>
  ) throws(StoreError) {
    self.writer = writer
    self.lock = lock
    self.settings = settings
    self.facts = facts
    memory = try MemoryKeeper(ledger)
  }

  func append(_ record: Appended) {
    queue.async { [self] in
      gathered.add(record)
      appended += 1
      facts.use {
        $0.pendingRecords += 1
        $0.pendingBytes += record.line.count
      }
      commitWhenDue()
    }
  }

  /// Waits until all that was appended is acknowledged; false where the deadline came first.
  func flush(deadline: DispatchTime) -> Bool {
    let group = DispatchGroup()
    group.enter()
    queue.async { [self] in
      flushes.append((appended, group))
      endFlushes()
      if !isWaiting { commit() }
    }
    return group.wait(timeout: deadline) == .success
  }

  /// Keeps the sources' memory as it is with the last record that was settled.
  func keep(_ rows: SourceRows) {
    queue.sync { memory.keep(rows) }
  }

  /// Gives up what is not stored, and lets go of the segment.
  func stop() {
    queue.sync {
      isStopped = true
      gathered = BatchQueue()
      batch = nil
      writer.letGo()
    }
  }

  private func commitWhenDue() {
    if isWaiting || isStopped { return }
    let now = Clock.monotonic
    let due = lastCommit + settings.commitInterval.nanoseconds
    if gathered.hasFull || now >= due { return commit() }
    if isScheduled { return }
    isScheduled = true
    queue.async(after: due - now) { [self] in
      isScheduled = false
      if !isWaiting { commit() }
    }
  }

  /// Commits a batch, and more of them for as long as there are full ones or a flush waits.
  private func commit() {
    if isStopped { return }
    do throws(StoreError) {
      repeat {
        if batch == nil { batch = gathered.takeFirst() }
        if batch == nil { break }
        try writer.advance(&batch)
        if let done = batch.take() { acknowledge(done) }
        try writer.prepare(midBatch: false)
      } while gathered.hasFull || !flushes.isEmpty
    } catch {
      return wait(error)
    }
    if !gathered.isEmpty { commitWhenDue() }
  }

  private func acknowledge(_ done: Batch) {
    lastCommit = Clock.monotonic
    settled += done.entries.count
    memory.note(done)
    facts.use {
      $0.state = .ok
      $0.commits += 1
      $0.lastCommit = Clock.wall
      $0.stored += done.rows.count
      $0.duplicates += done.entries.count - done.rows.count
      $0.pendingRecords -= done.entries.count
      $0.pendingBytes -= done.entries.reduce(0) { $0 + $1.line.count }
    }
    acknowledging.async {
      for (entry, outcome) in zip(done.entries, done.outcomes) { entry.completion(outcome) }
    }
    endFlushes()
  }

  private func endFlushes() {
    for flush in flushes where flush.count <= settled {
      acknowledging.async { flush.group.leave() }
    }
    flushes.removeAll { $0.count <= settled }
  }

  private func wait(_ error: StoreError) {
    isWaiting = true
    let sentence = (error.isFullDisk ? "disk full: " : "") + error.description
    facts.use {
      $0.state = .waiting(sentence)
      $0.lastError = sentence
    }
    queue.async(after: settings.retryInterval.nanoseconds) { [self] in
      if isStopped { return }
      isWaiting = false
      do throws(StoreError) {
        try writer.prepare(midBatch: batch != nil)
        if batch == nil { facts.use { $0.state = .ok } }
      } catch {
        return wait(error)
      }
      commit()
    }
  }
}
