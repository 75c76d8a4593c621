import Glibc
import Testing
import WinnowIO
import WinnowRecord

@testable import WinnowStore

@Suite struct AppendTests {
  @Test func whatIsAppendedCanBeReadBack() throws {
    let place = try TemporaryStore()
    let store = try place.open()
    let told = Told()
    let records = (0..<20).map { TestRecord($0, size: 100 + $0 * 37) }
    try told.append(records, to: store)
    #expect(store.flush())
    #expect(told.stored == 20)
    for (record, outcome) in zip(records, told.all) {
      #expect(try store.find(record.id) == outcome.place)
      #expect(try store.read(outcome.place) == record.line)
      #expect(store.contains(record.id))
    }
    #expect(!store.contains(TestRecord(99).id))
    store.close()
    #expect(try place.bytes() == records.flatMap(\.withNewline))
    #expect(try place.findings() == [])
  }

  @Test func manyAppendsTakeFewCommits() throws {
    let place = try TemporaryStore()
    let store = try place.open()
    let told = Told()
    try told.append((0..<1000).map { TestRecord($0, size: 200) }, to: store)
    store.flush()
    #expect(told.stored == 1000)
    #expect(store.facts.commits <= 20)
    #expect(store.facts.commitTimes.counts.reduce(0, +) == store.facts.commits)
    #expect(store.facts.commitTimes.sum > 0)
    #expect(store.facts.stored == 1000)
    #expect(store.facts.pendingRecords == 0 && store.facts.pendingBytes == 0)
    store.close()
  }

  @Test func aLineMayBeLargerThanABatch() throws {
    let place = try TemporaryStore()
    let store = try place.open()
    let told = Told()
    let records = [TestRecord(0), TestRecord(1, size: 3 << 20), TestRecord(2)]
    try told.append(records, to: store)
    store.flush()
    #expect(told.stored == 3)
    #expect(try store.read(told.all[1].place) == records[1].line)
    store.close()
  }

  @Test func nothingIsAcknowledgedBeforeItIsDurable() throws {
    let place = try TemporaryStore()
    let synced = Guarded(0)
    let gate = Guarded(false)
    let directory = place.directory
    let store = try place.open(
      sync: { descriptor in
        while !gate.use({ $0 }) { usleep(1000) }
        let size = (try? directory.status("records.jsonl"))?.size ?? 0
        synced.use { $0 = size }
        return fdatasync(descriptor)
      })
    let record = TestRecord(1)
    let durable = Guarded(-1)
    try store.append(line: record.line, id: record.id) { outcome in
      durable.use { $0 = synced.use { $0 } }
    }
    #expect(try eventually { try place.bytes().count == record.line.count + 1 })
    usleep(20_000)
    #expect(durable.use { $0 } == -1)
    #expect(!store.contains(record.id))
    gate.use { $0 = true }
    store.close()
    #expect(durable.use { $0 } == record.line.count + 1)
  }

  @Test func duplicatesAreFoundInsideABatchAcrossBatchesAndAfterReopening() throws {
    let place = try TemporaryStore()
    var settings = StoreSettings.quick
    settings.commitInterval = .milliseconds(200)
    var store = try place.open(settings)
    let told = Told()
    // The first append finds the store idle and is a batch of its own; the rest are the next.
    try told.append([4, 1, 1, 2, 1].map { TestRecord($0) }, to: store)
    store.flush()
    #expect(store.facts.commits == 2)
    try told.append([TestRecord(2), TestRecord(3)], to: store)
    store.flush()
    #expect(told.stored == 4 && told.duplicates == 3)
    #expect(told.all[2] == .duplicate(told.all[1].place))
    store.close()
    store = try place.open()
    try told.append([TestRecord(3), TestRecord(2)], to: store)
    store.flush()
    #expect(told.stored == 4 && told.duplicates == 5)
    #expect(store.facts.duplicates == 2)
    store.close()
    #expect(try place.bytes() == [4, 1, 2, 3].flatMap { TestRecord($0).withNewline })
  }

  @Test func duplicatesAreKeptWhereTheAdministratorWantsThem() throws {
    let place = try TemporaryStore()
    var settings = StoreSettings.quick
    settings.keepsDuplicates = true
    let store = try place.open(settings)
    let told = Told()
    try told.append([TestRecord(1), TestRecord(1)], to: store)
    store.flush()
    try told.append([TestRecord(1)], to: store)
    store.close()
    #expect(told.stored == 3)
    #expect(try place.findings(allowsDuplicates: true) == [])
    #expect(try place.findings().count == 2)
  }

  @Test func whatRecoveryWouldNotAdoptIsRefused() throws {
    let place = try TemporaryStore()
    let store = try place.open()
    let record = TestRecord(1)
    #expect(throws: StoreError.self) {
      try store.append(line: Array(record.line.dropLast()), id: record.id) { _ in }
    }
    #expect(throws: StoreError.self) {
      try store.append(line: record.line, id: TestRecord(2).id) { _ in }
    }
    var broken = Array(record.line.dropLast(Seal.length)) + [0x0A]
    Seal.close(&broken)
    #expect(throws: StoreError.notRecord(reason: "it has a newline inside")) {
      try store.append(line: broken, id: record.id) { _ in }
    }
    store.close()
    #expect(throws: StoreError.closed(place.directory.path)) {
      try store.append(line: record.line, id: record.id) { _ in }
    }
    #expect(try place.bytes() == [])
  }

  @Test func aSlowCompletionDoesNotHoldUpTheNextCommit() throws {
    let place = try TemporaryStore()
    let store = try place.open()
    let gate = Guarded(false)
    let first = TestRecord(1)
    try store.append(line: first.line, id: first.id) { _ in
      while !gate.use({ $0 }) { usleep(1000) }
    }
    try Told().append([TestRecord(2)], to: store)
    #expect(eventually { store.contains(TestRecord(2).id) })
    gate.use { $0 = true }
    store.close()
  }
}
