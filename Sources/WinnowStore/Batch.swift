import WinnowIO
import WinnowRecord

/// One record on its way into the store.
struct Appended: Sendable {
  let line: [UInt8]
  let id: DocumentID
  /// What the sources' memory is with this record, where it is to be kept.
  let memory: SourceRows
  let completion: @Sendable (Outcome) -> Void
}

/// Records that become durable together: one write, one sync, one transaction.
struct Batch {
  /// What has been done for the batch; a refused step is tried again from here.
  enum Stage { case gathered, laidOut, durable }

  private static let mostBytes = 1 << 20
  private static let mostRecords = 512

  private(set) var entries: [Appended] = []
  private(set) var stage = Stage.gathered
  /// What becomes of each entry, once laid out.
  private(set) var outcomes: [Outcome] = []
  /// The records that are new, once laid out.
  private(set) var rows: [LedgerRow] = []
  private var bytes: [UInt8] = []
  private var written = 0
  private var size = 0

  /// Whether no further record should be waited for.
  var isFull: Bool { size >= Self.mostBytes || entries.count >= Self.mostRecords }

  /// Takes a record in if there is room; a batch of one record may be of any size.
  mutating func take(_ record: Appended) -> Bool {
    let more = record.line.count + 1
    if !entries.isEmpty, isFull || size + more > Self.mostBytes { return false }
    entries.append(record)
    size += more
    return true
  }

  /// Settles which records are new, and the bytes that are to be written at `end`.
  ///
  /// `known` says where each entry is stored already; nil stores all of them, known or not.
  mutating func layOut(_ known: [Place?]?, segment: Int, end: Int) {
    outcomes = []
    rows = []
    bytes = []
    bytes.reserveCapacity(size)
    written = 0
    var inside: [DocumentID: Place] = [:]
    for (index, entry) in entries.enumerated() {
      if let known, let place = known[index] ?? inside[entry.id] {
        outcomes.append(.duplicate(place))
        continue
      }
      let place = Place(segment: segment, offset: end + bytes.count, length: entry.line.count)
      bytes += entry.line
      bytes.append(0x0A)
      inside[entry.id] = place
      rows.append(LedgerRow(id: entry.id, place: place))
      outcomes.append(.stored(place))
    }
    stage = .laidOut
  }

  /// What has not been written yet.
  var unwritten: ArraySlice<UInt8> { bytes[written...] }
  var writesNothing: Bool { bytes.isEmpty }

  mutating func wrote(_ count: Int) { written += count }
  mutating func becameDurable() { stage = .durable }
  /// The segment that it was written to is given up: it is laid out anew in the next.
  mutating func startOver() { stage = .gathered }
}
