import Glibc
import Testing
import WinnowIO
import WinnowRecord

@testable import WinnowStore

@Suite struct VerifierTests {
  private let records = (0..<10).map { TestRecord($0, size: 300) }

  private func filled() throws -> TemporaryStore {
    let place = try TemporaryStore()
    let store = try place.open()
    try Told().append(records, to: store)
    store.close()
    return place
  }

  @Test func aSoundStoreHasNoFindings() throws {
    let place = try filled()
    var lines = 0
    var verifier = Verifier(place.directory) { Issue.record("\($0.sentence)") }
    let report = try verifier.run { line, id in
      #expect(line.bytes == records[lines].line[...])
      #expect(id == records[lines].id)
      lines += 1
      return nil
    }
    #expect(report.records == 10 && report.segments == 1)
    #expect(report.bytes == records.reduce(0) { $0 + $1.line.count + 1 })
  }

  @Test func aLedgerOfWhichNothingReachedTheDiskIsNoProblem() throws {
    let place = try filled()
    try LedgerOpening.discard(place.directory)
    try place.write([], to: Ledger.name)
    #expect(try place.findings() == [])
    #expect(try place.findings(notes: true).map(\.file) == [Ledger.name])
    #expect(try Archive(place.directory).find(records[3].id) != nil)
  }

  @Test func aFlippedByteIsFound() throws {
    let place = try filled()
    var bytes = try place.bytes()
    bytes[records[0].line.count + 150] ^= 1
    try place.write(bytes)
    let findings = try place.findings()
    #expect(Set(findings.map(\.sentence)).contains("the CRC is missing or does not hold"))
    #expect(findings.contains { $0.sentence.contains("and no line is") })
    #expect(Set(findings.map(\.offset)) == [records[0].line.count + 1])
  }

  @Test func aDuplicateLineIsFound() throws {
    let place = try filled()
    try place.write(try place.bytes() + records[3].withNewline)
    let findings = try place.findings()
    #expect(findings.map(\.sentence) == ["a second record of \(records[3].id)"])
  }

  @Test func aMissingRowAndAWrongPlaceAreFound() throws {
    let place = try filled()
    try LedgerOpening.discard(place.directory)
    let ledger = try LedgerOpening.open(place.directory)
    let length = records[0].line.count
    let rows = (1..<10).map {
      LedgerRow(
        id: records[$0].id,
        place: Place(segment: 1, offset: $0 == 1 ? 7 : $0 * (length + 1), length: length)
      )
    }
    try ledger.add(rows, upTo: Position(segment: 1, offset: 10 * (length + 1)))
    ledger.close()
    let findings = try place.findings()
    #expect(findings.count == 2)
    #expect(findings.first?.sentence == "the ledger lacks \(records[0].id)")
    #expect(findings.last?.sentence.hasSuffix("in segment 1 at byte 7") == true)
  }

  @Test func aLedgerThatClaimsTooMuchIsFound() throws {
    let place = try filled()
    try place.write(records.prefix(9).flatMap(\.withNewline))
    #expect(try place.findings().contains { $0.sentence.hasPrefix("the ledger knows ") })
  }

  @Test func aRecordThatDoesNotRestoreIsFound() throws {
    let place = try filled()
    var sentences: [String] = []
    var verifier = Verifier(place.directory) { sentences.append($0.sentence) }
    let report = try verifier.run { _, id in id == records[5].id ? "it does not restore" : nil }
    #expect(sentences == ["it does not restore"] && report.problems == 1)
  }

  @Test func aDamagedCompressedSegmentIsAFindingAndNotTheEnd() throws {
    let place = try filled()
    try place.write(Array("not zstd at all".utf8), to: "records-000001.jsonl.zst")
    let findings = try place.findings()
    #expect(findings.first?.file == "records-000001.jsonl.zst")
    var verifier = Verifier(place.directory) { _ in }
    #expect(try verifier.run { _, _ in nil }.records == 10)
  }

  @Test func aRunningWriterIsNoHindranceAndNoProblem() throws {
    let place = try TemporaryStore()
    var settings = StoreSettings.quick
    settings.segmentBytes = 100_000
    settings.compresses = true
    let store = try place.open(settings)
    let told = Told()
    for round in 0..<20 {
      try told.append((0..<100).map { TestRecord(round * 100 + $0, size: 500) }, to: store)
      #expect(try place.findings() == [])
    }
    store.close()
    #expect(told.stored == 2000)
    #expect(try place.findings(notes: true) == [])
  }
}
