import Dispatch
import Glibc
import WinnowIO
import WinnowRecord

/// The records of one directory, and the one writer of them.
///
/// A record that was acknowledged is on the disk and in the ledger, once, whatever crashes when.
package final class Store: Sendable {
  package let directory: Directory
  /// What opening it found and mended.
  package let recovery: RecoveryReport
  private let lock: StoreLock
  private let ledger: Ledger
  private let committer: Committer
  private let compressor: Compressor
  private let shared: Guarded<StoreFacts>
  private let isClosed = Guarded(false)

  /// Opens the store in a directory, recovered, with all that is on the disk in its ledger.
  ///
  /// What a full or failing disk refuses is tried again each second for as long as that takes, the lock
  /// held, where there is a `waiting` to be told of it each time. Who asks for the lock's holder is told
  /// the purpose.
  ///
  /// - Throws: `.inUse` where another process has it open, `.notRegular` for a strange segment, and
  ///   what does not pass by itself.
  package static func open(
    _ directory: Directory,
    _ settings: StoreSettings = StoreSettings(),
    purpose: StoreLock.Purpose = .run,
    waiting: ((StoreError) -> Void)? = nil
  ) throws(StoreError) -> Store {
    let lock = try StoreLock(directory, purpose: purpose)
    while true {
      do throws(StoreError) {
        return try Store(directory, settings, lock, boot: BootID.current()) { fdatasync($0) }
      } catch {
        guard error.mayPass, let waiting else { throw error }
        waiting(error)
        usleep(UInt32(settings.retryInterval.nanoseconds / 1000))
      }
    }
  }

  /// Opens the store in a run of the kernel, nil where unknown; `sync` makes a segment durable.
  init(
    _ directory: Directory,
    _ settings: StoreSettings,
    _ lock: StoreLock,
    boot: String?,
    sync: @escaping ActiveSegment.Sync
  ) throws(StoreError) {
    self.lock = lock
    let (ledger, recovery) = try Recovery.run(directory, boot: boot, sync: sync)
    let facts = Guarded(StoreFacts())
    let compressor = Compressor(directory, compresses: settings.compresses, facts)
    let writer = try BatchWriter(
      directory,
      ledger,
      settings,
      number: try SegmentList(directory).active.number,
      boot: boot,
      facts: facts,
      sync: sync,
      closed: { compressor.sweep() }
    )
    self.directory = directory
    self.recovery = recovery
    self.ledger = ledger
    self.compressor = compressor
    shared = facts
    committer = try Committer(writer, ledger, lock, settings, facts)
    compressor.sweep()
  }

  /// Appends a record, and tells what became of it once that can't be undone by any crash.
  ///
  /// - Parameters:
  ///   - line: a sealed record, without a newline.
  ///   - id: the id in the line.
  ///   - memory: what has changed in the memory of the sources, of which this record is the last.
  ///   - completion: called once, on a queue of the store, in the order of the appends; never
  ///     where the store is closed before the record could be stored.
  /// - Throws: `.notRecord` for a line that recovery would not adopt, `.closed`.
  package func append(
    line: [UInt8],
    id: DocumentID,
    memory: SourceRows = [:],
    completion: @escaping @Sendable (Outcome) -> Void
  ) throws(StoreError) {
    do throws(RecordError) {
      if try Seal.open(line[...]) != id { throw .malformed("its id is another one") }
      if hasNewline(line) { throw .malformed("it has a newline inside") }
    } catch {
      throw .notRecord(reason: error.description)
    }
    if isClosed.use({ $0 }) { throw .closed(directory.path) }
    committer.append(Appended(line: line, id: id, memory: memory, completion: completion))
  }

  /// Whether the document is stored: quick, and false where the ledger can't be asked.
  ///
  /// A document that is being stored meanwhile may be missed; `append` never misses one.
  package func contains(_ id: DocumentID) -> Bool { (try? ledger.find(id)) != nil }

  /// Where the document's record stands; nil where it is not stored.
  package func find(_ id: DocumentID) throws(StoreError) -> Place? { try ledger.find(id) }

  /// The line of a record, without its newline.
  package func read(_ place: Place) throws(StoreError) -> [UInt8] {
    try Archive(directory).line(at: place)
  }

  /// Where records are written and acknowledged; between two tries of what is refused they are idle.
  package var queues: [PulseQueue] { [committer.queue, committer.acknowledging] }

  /// How the store is doing now.
  package var facts: StoreFacts { shared.use { $0 } }

  /// Keeps what has changed in the memory of the sources, up to the last record that is stored.
  package func keep(_ memory: SourceRows) {
    committer.keep(memory)
  }

  /// Waits until all that was appended before is stored and acknowledged; not to be called from a
  /// completion.
  ///
  /// - Returns: false where the deadline came first.
  @discardableResult
  package func flush(deadline: DispatchTime = .distantFuture) -> Bool {
    committer.flush(deadline: deadline)
  }

  /// Stores what was appended, then lets go of the directory; a second call does nothing.
  ///
  /// - Parameter deadline: what is not stored by then is given up and never acknowledged.
  /// - Returns: whether all was stored.
  @discardableResult
  package func close(deadline: DispatchTime = .distantFuture) -> Bool {
    let wasClosed = isClosed.use { closed in
      defer { closed = true }
      return closed
    }
    if wasClosed { return true }
    let stored = committer.flush(deadline: deadline)
    committer.stop()
    compressor.stop()
    ledger.settle()
    ledger.close()
    lock.release()
    return stored
  }

  /// Forgets what was learnt of a source from the records that are stored by now.
  ///
  /// - Throws: `.inUse` where a daemon has the store open.
  package static func forget(_ source: String, in directory: Directory) throws(StoreError) {
    let lock = try StoreLock(directory, purpose: .forgetting)
    defer { lock.release() }
    let (ledger, _) = try Recovery.run(directory, boot: BootID.current())
    defer { ledger.close() }
    var forgotten = try Forgotten(directory)
    try forgotten.add(source, at: try ledger.position())
    let kept = try ledger.memory()
    if kept.rows[source] != nil { try ledger.keep([source: []], upTo: kept.position) }
    ledger.settle()
  }

  /// Builds the ledger anew from the segments, whatever it held.
  ///
  /// - Throws: `.inUse` where a daemon has the store open.
  package static func rebuildLedger(_ directory: Directory) throws(StoreError) -> RecoveryReport {
    let lock = try StoreLock(directory, purpose: .repairing)
    defer { lock.release() }
    try LedgerOpening.discard(directory)
    let (ledger, report) = try Recovery.run(directory, boot: BootID.current())
    ledger.settle()
    ledger.close()
    return report
  }
}

private func hasNewline(_ line: [UInt8]) -> Bool {
  line.withUnsafeBytes { bytes in
    guard let start = bytes.baseAddress else { return false }
    return memchr(start, 0x0A, bytes.count) != nil
  }
}
