import WinnowIO
import WinnowRecord

/// Reads a whole store and tells what is wrong with it; changes nothing, beside a writer or without.
package struct Verifier {
  private let directory: Directory
  private let allowsDuplicates: Bool
  private let found: (Finding) -> Void
  private var report = VerificationReport()
  private var seen = SeenDocuments()
  private var ledger: LedgerCheck?

  /// Prepares to verify; `found` is told of each finding as it is come upon.
  ///
  /// Two records of one document are a problem unless `allowsDuplicates`.
  package init(
    _ directory: Directory,
    allowsDuplicates: Bool = false,
    found: @escaping (Finding) -> Void
  ) {
    self.directory = directory
    self.allowsDuplicates = allowsDuplicates
    self.found = found
  }

  /// Verifies the store; `check` is told of each line whose seal holds, and says what else is
  /// wrong with it, if anything.
  package mutating func run(
    _ check: (SegmentLine, DocumentID) -> String?
  ) throws(StoreError) -> VerificationReport {
    report = VerificationReport()
    seen = SeenDocuments()
    let opened = try openLedger()
    defer { opened?.close() }
    ledger = try opened.map { ledger throws(StoreError) in try LedgerCheck(ledger) }
    let torn = try tornNames()
    var lengths: [Int: Int] = [:]
    for segment in try SegmentList(directory).all {
      do throws(StoreError) {
        guard let reader = try Archive(directory).openIfThere(segment.number) else { continue }
        report.segments += 1
        while let line = try reader.next() { try take(line, torn, check) }
        lengths[segment.number] = reader.offset
        report.bytes += reader.offset
        takeTail(reader)
      } catch {
        guard case .damaged = error else { throw error }
        tell(segment, 0, .problem, error.description)
      }
    }
    if opened == nil, report.records > 0, report.problems == 0 {
      tell(Ledger.name, 0, .note, "there is none; the next start builds it")
    }
    for finding in try ledger?.finish(lengths) ?? [] { tell(finding) }
    return report
  }

  private func tornNames() throws(StoreError) -> Set<String> {
    var names: Set<String> = []
    try wanting("list the torn lines") { () throws(SystemError) in
      try directory.forEachEntry { entry throws(SystemError) in
        if entry.name.bytes.starts(with: Array("torn-".utf8)) { names.insert(entry.name.text) }
        return true
      }
    }
    return names
  }

  private mutating func openLedger() throws(StoreError) -> Ledger? {
    do throws(LedgerOpening.Fault) {
      return try LedgerOpening.openForReading(directory, checkingPages: true)
    } catch {
      tell(Ledger.name, 0, .problem, error.sentence(directory).description)
      return nil
    }
  }

  private mutating func take(
    _ line: SegmentLine,
    _ torn: Set<String>,
    _ check: (SegmentLine, DocumentID) -> String?
  ) throws(StoreError) {
    let id: DocumentID
    do throws(RecordError) {
      id = try Seal.open(line.bytes)
    } catch {
      if torn.contains(line.segment.tornName(at: line.offset)) {
        tell(line.segment, line.offset, .note, "a torn line, of which a copy was kept")
      } else {
        tell(line.segment, line.offset, .problem, error.description)
      }
      return
    }
    report.records += 1
    if let sentence = check(line, id) { tell(line.segment, line.offset, .problem, sentence) }
    if seen.insert(id) {
      let row = LedgerRow(id: id, place: line.place)
      for finding in try ledger?.add(row) ?? [] { tell(finding) }
    } else if !allowsDuplicates {
      tell(line.segment, line.offset, .problem, "a second record of \(id)")
    }
  }

  private mutating func takeTail(_ reader: SegmentReader) {
    if reader.tail.isEmpty { return }
    let count = reader.tail.count
    if reader.segment.form == .active {
      tell(
        reader.segment,
        reader.offset,
        .note,
        "\(count) bytes without a newline: being written, or torn and mended by the next start"
      )
    } else {
      tell(reader.segment, reader.offset, .problem, "\(count) bytes without a newline")
    }
  }

  private mutating func tell(
    _ segment: SegmentFile,
    _ offset: Int,
    _ weight: Finding.Weight,
    _ sentence: String
  ) {
    tell(segment.name, offset, weight, sentence)
  }

  private mutating func tell(
    _ file: Path,
    _ offset: Int,
    _ weight: Finding.Weight,
    _ sentence: String
  ) {
    tell(Finding(file: file, offset: offset, weight: weight, sentence: sentence))
  }

  private mutating func tell(_ finding: Finding) {
    if finding.weight == .problem { report.problems += 1 } else { report.notes += 1 }
    found(finding)
  }
}
