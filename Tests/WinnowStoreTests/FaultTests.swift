import Dispatch
import Glibc
import Testing
import WinnowIO
import WinnowRecord

@testable import WinnowStore

/// What the kernel refuses for a while, or for good.
@Suite struct FaultTests {
  @Test(.enabled(if: geteuid() == 0))
  func aFullDiskIsWaitedForAndNothingIsLost() throws {
    let place = try TemporaryStore()
    let path = place.directory.path.text
    try #require(mount("tmpfs", path, "tmpfs", 0, "size=4m") == 0)
    defer { umount2(path, CInt(MNT_DETACH)) }
    let small = try Directory(at: place.directory.path)
    let store = try Store(small, .quick, StoreLock(small), boot: nil, sync: { fdatasync($0) })
    let told = Told()
    try told.append([TestRecord(-1)], to: store)
    store.flush()
    let room = try #require(small.bytesLeft)
    try small.replace(
      "filler",
      with: [UInt8](repeating: 1, count: room - 65_536),
      durable: false
    )
    let records = (0..<500).map { TestRecord($0, size: 4000) }
    try told.append(records, to: store)
    #expect(
      eventually {
        if case .waiting(let why) = store.facts.state {
          why.hasPrefix("disk full: ")
        } else {
          false
        }
      }
    )
    #expect(!store.flush(deadline: .now() + 0.1))
    #expect(told.stored < 500)
    try small.remove("filler")
    #expect(store.flush(deadline: .now() + 10))
    #expect(told.stored == 501 && store.facts.state == .ok)
    for (record, outcome) in zip(records, told.all.dropFirst()) {
      #expect(try store.read(outcome.place) == record.line)
    }
    store.close()
    var problems = 0
    var verifier = Verifier(small) { _ in problems += 1 }
    #expect(try verifier.run { _, _ in nil }.records == 501)
    #expect(problems == 0)
  }

  @Test func aBatchGoesOnAtTheByteWhereItWasRefused() throws {
    let place = try TemporaryStore()
    let record = TestRecord(1)
    var batch = Batch()
    let fits = batch.take(Appended(line: record.line, id: record.id, memory: [:]) { _ in })
    #expect(fits)
    batch.layOut([nil], segment: 1, end: 0)
    let active = try ActiveSegment(1, in: place.directory, sync: { fdatasync($0) })
    #expect(active.write(batch.unwritten.prefix(50)).written == 50)
    batch.wrote(50)
    try active.checkUndisturbed()
    #expect(active.write(batch.unwritten).refused == nil)
    #expect(try place.bytes() == record.withNewline)
  }

  @Test func aFailedSyncEndsTheSegmentAtTheLastDurableByte() throws {
    let place = try TemporaryStore()
    let fails = Guarded(false)
    let synced = Guarded<[CInt]>([])
    let store = try place.open(
      sync: { descriptor in
        if fails.use({ $0 }) {
          fails.use { $0 = false }
          errno = EIO
          return -1
        }
        synced.use { $0.append(descriptor) }
        return fdatasync(descriptor)
      })
    let told = Told()
    let records = (0..<3).map { TestRecord($0) }
    try told.append(records.prefix(1), to: store)
    store.flush()
    fails.use { $0 = true }
    try told.append(records.dropFirst(), to: store)
    store.flush()
    #expect(told.stored == 3)
    #expect(store.facts.segment == 2)
    #expect(store.facts.lastError?.contains("fdatasync: Input/output error") == true)
    #expect(store.facts.state == .ok)
    store.close()
    #expect(try place.bytes("records-000001.jsonl") == records[0].withNewline)
    #expect(try place.bytes() == records.dropFirst().flatMap(\.withNewline))
    #expect(try place.findings() == [])
  }

  @Test func aSyncThatHangsIsSeenUntilItReturns() throws {
    let place = try TemporaryStore()
    let gate = DispatchSemaphore(value: 0)
    let store = try place.open(
      sync: {
        gate.wait()
        return fdatasync($0)
      })
    let told = Told()
    func haveMoved() -> Bool {
      let looks = (0..<2).map { _ in
        usleep(20_000)
        return store.queues.map { $0.hasMoved() }
      }
      return looks[1].allSatisfy(\.self)
    }
    #expect(haveMoved())
    try told.append([TestRecord(1)], to: store)
    #expect(eventually { !haveMoved() })
    #expect(!haveMoved() && told.all.isEmpty)
    gate.signal()
    #expect(eventually { told.stored == 1 && haveMoved() })
    store.close()
  }

  @Test func whereNothingWasDurableTheFileIsGivenUp() throws {
    let place = try TemporaryStore()
    let failures = Guarded(3)
    let store = try place.open(
      sync: { descriptor in
        let fails = failures.use { left in
          defer { left -= 1 }
          return left > 0
        }
        if fails { errno = EIO }
        return fails ? -1 : fdatasync(descriptor)
      })
    let told = Told()
    try told.append([TestRecord(1)], to: store)
    store.close()
    #expect(told.stored == 1)
    #expect(try place.bytes() == TestRecord(1).withNewline)
    #expect(try SegmentList(place.directory).closed.isEmpty)
  }

  @Test func whatCannotBeSyncedAtTheStartIsWrittenAnew() throws {
    let place = try TemporaryStore()
    try place.open().close()
    let whole = TestRecord(1).withNewline + TestRecord(2).withNewline
    try place.write(whole)
    let failed = Guarded<Set<UInt64>>([])
    let asked = Guarded([UInt64]())
    @Sendable func inode(_ descriptor: CInt) -> UInt64 {
      var status = stat()
      fstat(descriptor, &status)
      return UInt64(status.st_ino)
    }
    // The first start fails at the segment and at its copy.
    #expect(throws: StoreError.self) {
      try place.open(sync: { descriptor in
        failed.use { _ = $0.insert(inode(descriptor)) }
        errno = EIO
        return -1
      })
    }
    #expect(failed.use { $0.count } == 2)
    let store = try place.open(sync: { descriptor in
      asked.use { $0.append(inode(descriptor)) }
      return fdatasync(descriptor)
    })
    #expect(store.recovery.adopted == 2)
    store.close()
    #expect(try place.bytes() == whole)
    #expect(try place.findings() == [])
    #expect(asked.use { !$0.isEmpty })
    #expect(!place.names.contains { $0.text.hasPrefix("records.jsonl.") })
  }

  /// A store with one durable record, a second that failed to sync, and a note of that.
  private func withFailedSync(notedIn boot: String) throws -> TemporaryStore {
    let place = try TemporaryStore()
    let store = try place.open()
    try Told().append([TestRecord(1)], to: store)
    store.close()
    let durable = Position(segment: 1, offset: try place.bytes().count)
    try place.write(TestRecord(1).withNewline + TestRecord(2).withNewline)
    let ledger = try LedgerOpening.open(place.directory)
    try ledger.setNote(.failed, FailedSegment(place: durable, boot: boot)?.text)
    ledger.close()
    return place
  }

  @Test func bytesThatFailedToSyncAreNotAdoptedAfterACrash() throws {
    let place = try withFailedSync(notedIn: "this boot")
    var store = try place.open(boot: "this boot")
    #expect(store.recovery.closedFailed && store.recovery.adopted == 0)
    #expect(!store.contains(TestRecord(2).id) && store.contains(TestRecord(1).id))
    store.close()
    #expect(try place.bytes("records-000001.jsonl") == TestRecord(1).withNewline)
    store = try place.open()
    #expect(!store.recovery.closedFailed && store.facts.segment == 2)
    store.close()
  }

  @Test func whatAFailedSegmentHoldsAfterARebootIsOnTheDisk() throws {
    let place = try withFailedSync(notedIn: "last boot")
    let store = try place.open(boot: "this boot")
    #expect(!store.recovery.closedFailed && store.recovery.adopted == 1)
    #expect(store.contains(TestRecord(2).id))
    store.close()
    #expect(try place.bytes() == TestRecord(1).withNewline + TestRecord(2).withNewline)
  }

  @Test func aSegmentThatSomebodyMovedIsNotWrittenTo() throws {
    let place = try TemporaryStore()
    let store = try place.open()
    let told = Told()
    try told.append([TestRecord(1)], to: store)
    store.flush()
    try place.directory.move("records.jsonl", to: place.directory, as: "elsewhere")
    try told.append([TestRecord(2)], to: store)
    #expect(
      eventually {
        if case .waiting(let why) = store.facts.state { why.contains("moved") } else { false }
      }
    )
    #expect(told.stored == 1)
    try place.directory.move("elsewhere", to: place.directory, as: "records.jsonl")
    store.close()
    #expect(told.stored == 2)
    #expect(try place.findings() == [])
  }

  @Test func closingGivesUpWhatCannotBeStoredInTime() throws {
    let place = try TemporaryStore()
    var store = try place.open(sync: { _ in
      errno = EIO
      return -1
    })
    let told = Told()
    try told.append([TestRecord(1)], to: store)
    #expect(!store.close(deadline: .now() + 0.1))
    store = try place.open()
    try told.append([TestRecord(1)], to: store)
    store.close()
    #expect(told.all.count == 1)
    #expect(try place.findings() == [])
  }
}
