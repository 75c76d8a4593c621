import Glibc
import Testing
import WinnowIO
import WinnowRecord

@testable import WinnowStore

@Suite struct RotationTests {
  private func settings(compresses: Bool = false) -> StoreSettings {
    var settings = StoreSettings.quick
    settings.segmentBytes = 10_000
    settings.compresses = compresses
    return settings
  }

  /// Appends 100 records of 1 kB, five at a time.
  private func fill(_ store: Store) throws -> (records: [TestRecord], told: Told) {
    let records = (0..<100).map { TestRecord($0, size: 1000) }
    let told = Told()
    for start in stride(from: 0, to: 100, by: 5) {
      try told.append(records[start..<start + 5], to: store)
      store.flush()
    }
    return (records, told)
  }

  private func expectAll(_ records: [TestRecord], _ told: Told, _ place: TemporaryStore) throws {
    let archive = Archive(place.directory)
    for (record, outcome) in zip(records, told.all) {
      #expect(try archive.line(at: outcome.place) == record.line)
    }
    #expect(try place.findings(notes: true) == [])
  }

  @Test func segmentsAreClosedBySize() throws {
    let place = try TemporaryStore()
    let store = try place.open(settings())
    let (records, told) = try fill(store)
    #expect(store.facts.segment >= 7 && store.facts.state == .ok)
    store.close()
    let closed = try SegmentList(place.directory).closed
    #expect(closed.map(\.number) == Array(1..<store.facts.segment))
    for segment in closed {
      let size = try place.bytes(segment.name).count
      #expect(size >= 10_000 && size < 16_000)
    }
    try expectAll(records, told, place)
    #expect(told.stored == 100)
  }

  @Test func aYoungSegmentIsNotClosed() throws {
    let place = try TemporaryStore()
    var settings = settings()
    settings.minimumSegmentAge = .seconds(10)
    let store = try place.open(settings)
    _ = try fill(store)
    #expect(store.facts.segment == 1)
    #expect(store.facts.activeBytes > 90_000)
    store.close()
  }

  @Test func noRoomStaysReservedBehindAClosedSegment() throws {
    let place = try TemporaryStore()
    let store = try place.open(settings())
    _ = try fill(store)
    store.close()
    for name in place.names where name.text.hasPrefix("records") {
      var status = stat()
      try #require(stat(place.directory.path.appending(name).text, &status) == 0)
      #expect(Int(status.st_blocks) * 512 < Int(status.st_size) + 16_384)
    }
  }

  @Test func aCrashBetweenTheStepsOfARotationIsMended() throws {
    let place = try TemporaryStore()
    var store = try place.open()
    let told = Told()
    try told.append([TestRecord(1), TestRecord(2)], to: store)
    store.close()
    try place.directory.move("records.jsonl", to: place.directory, as: "records-000001.jsonl")
    store = try place.open()
    #expect(store.recovery == RecoveryReport())
    #expect(store.facts.segment == 2)
    try told.append([TestRecord(1), TestRecord(3)], to: store)
    store.close()
    #expect(told.stored == 3 && told.duplicates == 1)
    #expect(try place.bytes() == TestRecord(3).withNewline)
    #expect(try place.findings() == [])
  }

  @Test func closedSegmentsAreCompressed() throws {
    let place = try TemporaryStore()
    let store = try place.open(settings(compresses: true))
    let (records, told) = try fill(store)
    let list = { try SegmentList(place.directory) }
    #expect(
      try eventually {
        let segments = try list()
        return segments.closed.count >= 6 && segments.twofold.isEmpty
          && segments.closed.allSatisfy { $0.form == .zstd }
      }
    )
    #expect(!place.names.contains { $0.text.hasSuffix(".tmp") })
    #expect(store.facts.lastError == nil)
    try expectAll(records, told, place)
    store.close()
    try LedgerOpening.discard(place.directory)
    let again = try place.open(settings(compresses: true))
    #expect(again.recovery.adopted == 100)
    again.close()
    try expectAll(records, told, place)
  }

  @Test func aCrashWhileCompressingIsMended() throws {
    let place = try TemporaryStore()
    var store = try place.open(settings())
    let (records, told) = try fill(store)
    store.close()
    // Half a temporary file, and a compressed segment whose raw form was not removed yet.
    let guardOnly = Guarded(false)
    _ = try SegmentPacker.pack(
      "records-000002.jsonl",
      into: "records-000002.jsonl.zst",
      in: place.directory,
      unless: guardOnly
    )
    try place.write([0x28, 0xB5, 0x2F, 0xFD, 0], to: "records-000001.jsonl.zst.tmp")
    store = try place.open(settings(compresses: true))
    let list = { try SegmentList(place.directory) }
    #expect(
      try eventually { try list().twofold.isEmpty && list().closed.allSatisfy { $0.form == .zstd } }
    )
    store.close()
    #expect(!place.names.contains { $0.text.hasSuffix(".tmp") })
    try expectAll(records, told, place)
  }

  @Test func aCompressedSegmentIsNeverGivenUpForOtherBytes() throws {
    let place = try TemporaryStore()
    var store = try place.open(settings(compresses: true))
    let (records, told) = try fill(store)
    let list = { try SegmentList(place.directory) }
    #expect(
      try eventually { try list().twofold.isEmpty && list().closed.allSatisfy { $0.form == .zstd } }
    )
    store.close()
    try place.write(Array("half of what was unpac".utf8), to: "records-000001.jsonl")
    store = try place.open(settings(compresses: true))
    #expect(eventually { store.facts.lastError?.contains("has other bytes") == true })
    store.close()
    try expectAll(records, told, place)
  }
}
