import Glibc
import WinnowIO
import WinnowRecord

/// Brings ledger and segments together again, whatever state the last run left them in.
///
/// Each step may be cut short and done again: nothing is adopted twice, since an id is a key of
/// the ledger, and no line is ever cut but a torn one, of which a copy is on the disk by then.
struct Recovery {
  private static let rowsAtOnce = 4096

  private let directory: Directory
  private let sync: ActiveSegment.Sync
  private var ledger: Ledger
  private var report = RecoveryReport()

  /// Recovers the store in a directory whose lock is held.
  static func run(
    _ directory: Directory,
    boot: String?,
    sync: @escaping ActiveSegment.Sync = { fdatasync($0) }
  ) throws(StoreError) -> (ledger: Ledger, report: RecoveryReport) {
    var reason: String?
    let ledger: Ledger
    do throws(LedgerOpening.Fault) {
      ledger = try LedgerOpening.open(directory)
    } catch {
      guard case .unsound(let fault) = error else { throw error.sentence(directory) }
      reason = fault
      ledger = try anew(directory)
    }
    var recovery = Recovery(directory: directory, ledger: ledger, sync: sync)
    recovery.report.rebuilt = reason
    do throws(StoreError) {
      try recovery.mend(boot)
    } catch {
      // It is tried again, and two open ledgers would be in each other's way.
      recovery.ledger.close()
      throw error
    }
    return (recovery.ledger, recovery.report)
  }

  private init(directory: Directory, ledger: Ledger, sync: @escaping ActiveSegment.Sync) {
    self.directory = directory
    self.ledger = ledger
    self.sync = sync
  }

  private static func anew(_ directory: Directory) throws(StoreError) -> Ledger {
    try LedgerOpening.discard(directory)
    do throws(LedgerOpening.Fault) {
      return try LedgerOpening.open(directory)
    } catch {
      throw error.sentence(directory)
    }
  }

  private mutating func mend(_ boot: String?) throws(StoreError) {
    let unsynced = UnsyncedSegment(directory: directory, sync: sync)
    try unsynced.mend()
    try closeFailed(boot)
    let segments = try SegmentList(directory)
    let activeSize = try unsynced.syncActive()
    if let reason = try claimsTooMuch(segments, activeSize) {
      ledger.close()
      ledger = try Self.anew(directory)
      report.rebuilt = reason
    }
    let lastBoot = try ledger.note(.boot)
    let position = try ledger.position()
    for segment in segments.all where segment.number >= position.segment {
      if segment.form == .active && activeSize == nil { continue }
      let offset = segment.number == position.segment ? position.offset : 0
      try index(segment, from: offset, sameBoot: boot == nil || lastBoot == nil || boot == lastBoot)
    }
    if let boot { try ledger.setNote(.boot, boot) }
  }

  /// Does what the last run could not do any more about a segment that failed.
  private mutating func closeFailed(_ boot: String?) throws(StoreError) {
    guard let note = try ledger.note(.failed) else { return }
    let active = try SegmentList(directory).active
    if let failed = FailedSegment(note), failed.boot == boot, failed.place.segment == active.number
    {
      try SegmentClosing.closeFailed(failed.place, in: directory)
      try wanting("close the failed segment") { () throws(SystemError) in try directory.sync() }
      report.closedFailed = true
    }
    try ledger.setNote(.failed, nil)
  }

  /// Why the ledger can't be an index of these segments; nil where it can.
  private func claimsTooMuch(
    _ segments: SegmentList,
    _ activeSize: Int?
  ) throws(StoreError) -> String? {
    let ends = try ledger.ends()
    let files = Dictionary(uniqueKeysWithValues: segments.all.map { ($0.number, $0) })
    for end in ends where end.offset > 0 {
      guard let file = files[end.segment], file.form != .active || activeSize != nil else {
        return "segment \(end.segment) is gone"
      }
      if file.form == .zstd { continue }
      let path = directory.path.appending(file.name)
      let last = try wanting("check the ledger") { () throws(SystemError) in
        try directory.open(file.name).read(at: end.offset - 1, count: 1, path)
      }
      if last != [0x0A] { return "\(file.name) has no line that ends at byte \(end.offset)" }
    }
    return nil
  }

  private mutating func index(
    _ segment: SegmentFile,
    from offset: Int,
    sameBoot: Bool
  ) throws(StoreError) {
    let reader = try SegmentReader(segment, in: directory, from: offset)
    var rows: [LedgerRow] = []
    while let line = try reader.next() {
      if let id = try? Seal.open(line.bytes) { rows.append(LedgerRow(id: id, place: line.place)) }
      if rows.count == Self.rowsAtOnce {
        try adopt(&rows, upTo: Position(segment: segment.number, offset: reader.offset))
      }
    }
    var end = reader.offset
    if !reader.tail.isEmpty {
      let tail = TornTail(segment: segment, offset: end, bytes: Array(reader.tail))
      let place = Place(segment: segment.number, offset: end, length: tail.bytes.count)
      if segment.form != .active {
        // Nobody appends to a closed segment, so a line that lacks its newline stays as it is.
        if let id = try? Seal.open(tail.bytes[...]) { rows.append(LedgerRow(id: id, place: place)) }
      } else {
        switch try tail.settle(in: directory, sameBoot: sameBoot) {
        case .completed(let id):
          rows.append(LedgerRow(id: id, place: place))
          end += tail.bytes.count + 1
        case .sealed(let copy):
          report.torn = copy
          end += tail.bytes.count + 1
        case .cut(let copy): report.torn = copy
        }
      }
    }
    if end > offset { try adopt(&rows, upTo: Position(segment: segment.number, offset: end)) }
  }

  private mutating func adopt(
    _ rows: inout [LedgerRow],
    upTo position: Position
  ) throws(StoreError) {
    try ledger.add(rows, upTo: position)
    report.adopted += rows.count
    rows.removeAll(keepingCapacity: true)
  }
}
