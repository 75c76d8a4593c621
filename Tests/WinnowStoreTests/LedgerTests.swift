import Glibc
import Testing
import WinnowIO
import WinnowRecord

@testable import WinnowStore

@Suite struct LedgerTests {
  private let records = (0..<200).map { TestRecord($0, size: 150) }

  /// A store with 200 records in several segments, closed.
  private func filled() throws -> TemporaryStore {
    let place = try TemporaryStore()
    var settings = StoreSettings.quick
    settings.segmentBytes = 8000
    let store = try place.open(settings)
    for start in stride(from: 0, to: 200, by: 40) {
      try Told().append(records[start..<start + 40], to: store)
      store.flush()
    }
    store.close()
    return place
  }

  /// Opens the store, and expects every record to be known at its place.
  private func expectWhole(_ place: TemporaryStore) throws -> RecoveryReport {
    let store = try place.open()
    let told = Told()
    try told.append(records, to: store)
    store.close()
    #expect(told.duplicates == 200)
    for (record, outcome) in zip(records, told.all) {
      #expect(try Archive(place.directory).line(at: outcome.place) == record.line)
    }
    #expect(try place.findings() == [])
    return store.recovery
  }

  @Test func aLostLedgerIsBuiltAnew() throws {
    let place = try filled()
    try LedgerOpening.discard(place.directory)
    #expect(try expectWhole(place).adopted == 200)
  }

  @Test(arguments: [0, 100, 4096, 5000, 20000])
  func aLedgerThatWasCutShortIsBuiltAnew(_ size: Int) throws {
    let place = try filled()
    let bytes = try place.bytes("ledger.sqlite")
    try #require(bytes.count > size)
    try place.write(Array(bytes[..<size]), to: "ledger.sqlite")
    let report = try expectWhole(place)
    #expect(report.adopted == 200)
    #expect(size == 0 || report.rebuilt != nil)
  }

  @Test func aLedgerOverwrittenWithRubbishIsBuiltAnew() throws {
    for range in [0..<20000, 4096..<12288, 100..<300] {
      let place = try filled()
      var bytes = try place.bytes("ledger.sqlite")
      for at in range where at < bytes.count { bytes[at] = UInt8(truncatingIfNeeded: at &* 37 | 1) }
      try place.write(bytes, to: "ledger.sqlite")
      try place.write(bytes, to: "ledger.sqlite-wal")
      let report = try expectWhole(place)
      #expect(report.rebuilt != nil && report.adopted == 200)
    }
  }

  @Test func aLedgerOfAnotherSchemaIsBuiltAnew() throws {
    let place = try filled()
    var bytes = try place.bytes("ledger.sqlite")
    bytes[63] = 77  // user_version, big-endian at byte 60
    try place.write(bytes, to: "ledger.sqlite")
    let report = try expectWhole(place)
    #expect(report.rebuilt?.contains("schema 77") == true)
  }

  @Test func aLedgerBehindTheSegmentsCatchesUp() throws {
    let place = try filled()
    let old = try place.bytes("ledger.sqlite")
    let store = try place.open()
    try Told().append((200..<300).map { TestRecord($0) }, to: store)
    store.close()
    try LedgerOpening.discard(place.directory)
    try place.write(old, to: "ledger.sqlite")
    let report = try expectWhole(place)
    #expect(report.adopted == 100 && report.rebuilt == nil)
  }

  @Test func aLedgerAheadOfTheSegmentsIsBuiltAnew() throws {
    let place = try filled()
    let store = try place.open()
    try Told().append((200..<300).map { TestRecord($0) }, to: store)
    store.close()
    let active = try place.bytes()
    try place.write(Array(active[..<5000]))
    var report = try place.open().closing()
    #expect(report.rebuilt != nil)
    try #require(place.names.contains("records-000001.jsonl"))
    try place.directory.remove("records-000001.jsonl")
    report = try place.open().closing()
    #expect(report.rebuilt == "segment 1 is gone")
    #expect(try place.findings() == [])
  }

  @Test func rebuildingOnDemandMendsWhatLooksSound() throws {
    let place = try filled()
    let ledger = try LedgerOpening.open(place.directory)
    let row = LedgerRow(
      id: TestRecord(9999).id,
      place: Place(segment: 1, offset: 0, length: 5)
    )
    try ledger.add([row], upTo: try ledger.position())
    ledger.close()
    #expect(try place.findings().count == 1)
    #expect(try Store.rebuildLedger(place.directory).adopted == 200)
    #expect(try place.findings() == [])
  }

  @Test func aReaderFindsRecordsWithoutALedger() throws {
    let place = try filled()
    let archive = Archive(place.directory)
    let found = try #require(try archive.find(records[150].id))
    #expect(try archive.line(at: found) == records[150].line)
    try LedgerOpening.discard(place.directory)
    #expect(try archive.find(records[150].id) == found)
    #expect(try archive.find(TestRecord(9999).id) == nil)
  }
}

extension Store {
  /// Closes the store, and gives what opening it had found.
  func closing() -> RecoveryReport {
    close()
    return recovery
  }
}
