import Dispatch
import Glibc
import Testing
import WinnowIO
import WinnowRecord

@testable import WinnowStore

@Suite struct FollowerTests {
  private let records = (0..<10).map { TestRecord($0, size: 300) }

  /// What a follower has to give now.
  private func take(_ follower: Follower) throws -> [[UInt8]] {
    var lines: [[UInt8]] = []
    while let line = try follower.next() { lines.append(Array(line)) }
    return lines
  }

  private func store(_ records: some Sequence<TestRecord>, in place: TemporaryStore) throws {
    let store = try place.open()
    try Told().append(records, to: store)
    store.close()
  }

  @Test func itGivesWhatIsThereAndThenWhatComes() throws {
    let place = try TemporaryStore()
    let follower = Follower(place.directory)
    #expect(try take(follower) == [])
    try store(records[..<4], in: place)
    #expect(try take(follower) == records[..<4].map(\.line))
    #expect(try take(follower) == [])
    try store(records[4...], in: place)
    #expect(try take(follower) == records[4...].map(\.line))
  }

  @Test func rotationAndCompressionDoNotDisturbIt() throws {
    let place = try TemporaryStore()
    var settings = StoreSettings.quick
    settings.segmentBytes = 50_000
    settings.compresses = true
    let store = try place.open(settings)
    let all = (0..<3000).map { TestRecord($0, size: 500) }
    let writing = DispatchGroup()
    DispatchQueue.global().async(group: writing) {
      for start in stride(from: 0, to: all.count, by: 60) {
        try? Told().append(all[start..<start + 60], to: store)
        store.flush()
      }
      store.close()
    }
    let follower = Follower(place.directory)
    var lines: [[UInt8]] = []
    let isComplete = try eventually {
      lines += try take(follower)
      return lines.count >= all.count
    }
    writing.wait()
    #expect(isComplete)
    #expect(lines + (try take(follower)) == all.map(\.line))
    #expect(place.names.contains { $0.text.hasSuffix(".zst") })
    // And again, now that most of it is compressed, from the middle on.
    let middle = try #require(try Archive(place.directory).find(all[1234].id))
    #expect(try take(Follower(place.directory, after: middle)) == all[1235...].map(\.line))
  }

  @Test func linesThatTheLedgerDoesNotKnowWaitUntilItDoes() throws {
    let place = try TemporaryStore()
    try store(records[..<3], in: place)
    // As after a kill between the write and the sync.
    try place.write(try place.bytes() + records[3].withNewline)
    let follower = Follower(place.directory)
    #expect(try take(follower) == records[..<3].map(\.line))
    #expect(try take(follower) == [])
    try store([], in: place)
    #expect(try take(follower) == [records[3].line])
  }

  @Test func tornAndDamagedLinesArePassedOver() throws {
    let place = try TemporaryStore()
    try store(records[..<3], in: place)
    var bytes = try place.bytes()
    bytes[records[0].line.count + 100] ^= 1
    try place.write(bytes + records[3].line.prefix(50))
    let follower = Follower(place.directory)
    #expect(try take(follower) == [records[0].line, records[2].line])
    // The start seals the torn line, and goes on behind it.
    try store(records[4..<5], in: place)
    #expect(try take(follower) == [records[4].line])
  }

  @Test func aStoreWithoutALedgerIsReadAsItIsUnlessSomebodyWritesToIt() throws {
    let place = try TemporaryStore()
    try store(records, in: place)
    try LedgerOpening.discard(place.directory)
    let lock = try StoreLock(place.directory)
    #expect(try take(Follower(place.directory)) == [])
    lock.release()
    #expect(try take(Follower(place.directory)) == records.map(\.line))
  }

  @Test func anotherStoreInItsPlaceIsAnErrorAndNotSilence() throws {
    let place = try TemporaryStore()
    var settings = StoreSettings.quick
    settings.segmentBytes = 1000
    let store = try place.open(settings)
    for record in records {
      try Told().append([record], to: store)
      store.flush()
    }
    store.close()
    let follower = Follower(place.directory)
    #expect(try take(follower).count == 10)
    for name in place.names { try place.directory.remove(name) }
    try self.store(records[..<1], in: place)
    #expect(throws: StoreError.self) { try follower.next() }
  }
}
