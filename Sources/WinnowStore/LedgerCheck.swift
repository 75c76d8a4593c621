import WinnowIO
import WinnowRecord

/// Compares the ledger, as it was when the check began, with the lines of the segments.
struct LedgerCheck {
  private static let rowsAtOnce = 1024

  private let ledger: Ledger
  /// A writer may go on meanwhile: what comes after this is not compared.
  private let position: Position
  private let ends: [Position]
  private var rows: [LedgerRow] = []
  private var compared = SeenDocuments()

  init(_ ledger: Ledger) throws(StoreError) {
    self.ledger = ledger
    position = try ledger.position()
    ends = try ledger.ends()
  }

  /// Takes the first record of a document; says which of the records so far are not as they should.
  mutating func add(_ row: LedgerRow) throws(StoreError) -> [Finding] {
    let place = row.place
    if Position(segment: place.segment, offset: place.offset) >= position { return [] }
    _ = compared.insert(row.id)
    rows.append(row)
    return rows.count < Self.rowsAtOnce ? [] : try compare()
  }

  /// Says what else is wrong once all lines have been taken, `lengths` bytes of each segment.
  mutating func finish(_ lengths: [Int: Int]) throws(StoreError) -> [Finding] {
    var findings = try compare()
    for end in ends where end.offset > lengths[end.segment] ?? 0 {
      let length = lengths[end.segment].map { "it has \($0)" } ?? "it is gone"
      findings.append(
        finding(
          end.segment,
          end.offset,
          "the ledger knows \(end.offset) bytes of it, and \(length)"
        )
      )
    }
    if try ledger.count(before: position) > compared.count {
      let compared = compared
      let extra = try ledger.first(before: position) { !compared.contains($0) }
      findings += extra.map {
        finding($0.place.segment, $0.place.offset, "the ledger has \($0.id) here, and no line is")
      }
    }
    return findings
  }

  private mutating func compare() throws(StoreError) -> [Finding] {
    defer { rows.removeAll(keepingCapacity: true) }
    let found = try ledger.find(rows.map(\.id))
    return zip(rows, found).compactMap { row, place in
      guard let place else {
        return finding(row.place.segment, row.place.offset, "the ledger lacks \(row.id)")
      }
      if place == row.place { return nil }
      return finding(
        row.place.segment,
        row.place.offset,
        "the ledger has \(row.id) in segment \(place.segment) at byte \(place.offset)"
      )
    }
  }

  private func finding(_ segment: Int, _ offset: Int, _ sentence: String) -> Finding {
    let file = Path(SegmentFile(number: segment, form: .raw).closedName)
    return Finding(file: file, offset: offset, weight: .problem, sentence: sentence)
  }
}
