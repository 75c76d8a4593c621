import Glibc
import WinnowIO
import WinnowRecord

/// Brings one batch after another to the disk and into the ledger, segment after segment.
///
/// It belongs to the queue of its committer. A step that is refused throws and changes nothing that
/// would keep the same call from going on where it stopped.
final class BatchWriter {
  private let directory: Directory
  private let ledger: Ledger
  private let settings: StoreSettings
  private let boot: String?
  private let facts: Guarded<StoreFacts>
  private let sync: ActiveSegment.Sync
  private let closed: @Sendable () -> Void

  private var active: ActiveSegment?
  private var number: Int
  /// A segment that must be closed at its last durable byte before anything else is written.
  private var failed: Position?

  /// Opens the active segment, to be closed under `number`; `closed` is called after a closing.
  init(
    _ directory: Directory,
    _ ledger: Ledger,
    _ settings: StoreSettings,
    number: Int,
    boot: String?,
    facts: Guarded<StoreFacts>,
    sync: @escaping ActiveSegment.Sync,
    closed: @escaping @Sendable () -> Void
  ) throws(StoreError) {
    self.directory = directory
    self.ledger = ledger
    self.settings = settings
    self.number = number
    self.boot = boot
    self.facts = facts
    self.sync = sync
    self.closed = closed
    try prepare(midBatch: false)
  }

  /// Makes sure that there is an active segment, sound and with room for more.
  ///
  /// In the middle of a batch no segment is closed for its size.
  func prepare(midBatch: Bool) throws(StoreError) {
    _ = try segment(midBatch: midBatch)
  }

  /// Takes the batch on to its end, from wherever it stopped the last time.
  func advance(_ batch: inout Batch?) throws(StoreError) {
    guard let begun = batch?.stage else { return }
    let active = try segment(midBatch: begun != .gathered)
    if batch?.stage == .gathered {
      let ids = batch?.entries.map(\.id) ?? []
      let known = settings.keepsDuplicates ? nil : try ledger.find(ids)
      batch?.layOut(known, segment: active.number, end: active.end)
    }
    if batch?.stage == .laidOut {
      if batch?.writesNothing == false { try write(&batch, to: active) }
      batch?.becameDurable()
    }
    guard let rows = batch?.rows, !rows.isEmpty else { return }
    try ledger.add(rows, upTo: Position(segment: active.number, offset: active.durableEnd))
    facts.use { $0.activeBytes = active.durableEnd }
  }

  /// Closes the file; the room that was reserved and not used is given back.
  func letGo() {
    // A refusal costs some blocks until the segment is closed, and no record.
    try? active?.release()
    active = nil
  }

  private func write(_ batch: inout Batch?, to active: ActiveSegment) throws(StoreError) {
    let wanted = "append a batch"
    try active.checkUndisturbed()
    let begun = Clock.monotonic
    let answer = active.write(batch?.unwritten ?? [])
    batch?.wrote(answer.written)
    do throws(SystemError) {
      if let refused = answer.refused { throw refused }
      try active.makeDurable()
      facts.use { $0.commitTimes.note(nanoseconds: Clock.monotonic - begun) }
    } catch {
      let isRoom = [ENOSPC, EDQUOT, EFBIG].contains(error.code)
      if answer.refused == nil || !isRoom {
        failed = Position(segment: active.number, offset: active.durableEnd)
        self.active = nil
        batch?.startOver()
      }
      throw .refused(error, wanted: wanted)
    }
  }

  private func segment(midBatch: Bool) throws(StoreError) -> ActiveSegment {
    if let failed { try close(failed: failed) }
    if !midBatch, let active, isDue(active) {
      // A refusal costs some blocks and no record.
      try? active.release()
      try SegmentClosing.close(active.number, in: directory)
      self.active = nil
      number = active.number + 1
      closed()
    }
    if let active { return active }
    let made = try ActiveSegment(number, in: directory, sync: sync)
    active = made
    facts.use {
      $0.segment = made.number
      $0.activeBytes = made.end
    }
    return made
  }

  private func isDue(_ active: ActiveSegment) -> Bool {
    active.durableEnd >= settings.segmentBytes
      && Clock.monotonic - active.opened >= settings.minimumSegmentAge.nanoseconds
  }

  private func close(failed place: Position) throws(StoreError) {
    // The next opening must not take the bytes behind it for good, should this be the last act.
    // Where the ledger can't be written either, cutting the segment is all that is left to try.
    try? ledger.setNote(.failed, FailedSegment(place: place, boot: boot)?.text)
    try SegmentClosing.closeFailed(place, in: directory)
    try ledger.setNote(.failed, nil)
    failed = nil
    if place.offset > 0 {
      number = place.segment + 1
      closed()
    }
  }
}
