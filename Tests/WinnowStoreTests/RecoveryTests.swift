import Glibc
import Testing
import WinnowIO
import WinnowRecord

@testable import WinnowStore

@Suite struct RecoveryTests {
  private static let records = (0..<2).map { TestRecord($0) }
  private static let whole = records.flatMap(\.withNewline)

  /// How many records stand whole in the first bytes of the segment, newline or not.
  private func wholeRecords(in count: Int) -> Int {
    var end = 0
    return Self.records.prefix {
      end += $0.withNewline.count
      return end - 1 <= count
    }.count
  }

  /// Opens what a crash left, stores everything again, and expects each record once.
  private func expectAllOnce(_ place: TemporaryStore, known: Int, boot: String) throws -> Store {
    let store = try place.open(boot: boot)
    for record in Self.records.prefix(known) {
      let found = try #require(try store.find(record.id))
      #expect(try store.read(found) == record.line)
    }
    let told = Told()
    try told.append(Self.records, to: store)
    #expect(store.close())
    #expect(told.duplicates == known)
    #expect(told.stored == Self.records.count - known)
    #expect(try place.findings() == [])
    let left = try place.bytes()
    let again = try place.open(boot: boot)
    #expect(again.recovery == RecoveryReport())
    again.close()
    #expect(try place.bytes() == left)
    return store
  }

  @Test func everyPrefixIsSealedInTheSameBoot() throws {
    for count in 0...Self.whole.count {
      let place = try TemporaryStore(inMemory: true)
      try place.write(Array(Self.whole[..<count]))
      let known = wholeRecords(in: count)
      let store = try expectAllOnce(place, known: known, boot: "this boot")
      #expect(store.recovery.adopted == known)
      #expect(try place.bytes().starts(with: Self.whole[..<count]))
      if let torn = store.recovery.torn {
        let start = Self.records.prefix(known).reduce(0) { $0 + $1.withNewline.count }
        #expect(torn == "torn-records-000001.jsonl-\(start)")
        #expect(try place.bytes(Path(torn)) == Array(Self.whole[start..<count]))
        #expect(try place.findings(notes: true).map(\.weight) == [.note])
      }
    }
  }

  @Test func everyPrefixIsCutAfterAReboot() throws {
    for count in 0...Self.whole.count {
      let place = try TemporaryStore(inMemory: true)
      try place.open(boot: "last boot").close()
      try place.write(Array(Self.whole[..<count]))
      let store = try expectAllOnce(place, known: wholeRecords(in: count), boot: "this boot")
      #expect(try place.bytes() == Self.whole)
      let isTorn = store.recovery.torn != nil
      #expect(isTorn == place.names.contains { $0.text.hasPrefix("torn-") })
    }
  }

  @Test func aBlockThatNeverReachedTheDiskIsTornAndNothingElseIs() throws {
    let place = try TemporaryStore(inMemory: true)
    let lines = (0..<3).map { TestRecord($0, size: 2000) }
    var bytes = lines.flatMap(\.withNewline)
    bytes.replaceSubrange(2560..<3072, with: [UInt8](repeating: 0, count: 512))
    try place.write(bytes)
    let store = try place.open()
    #expect(store.recovery.adopted == 2 && store.recovery.torn == nil)
    #expect(!store.contains(lines[1].id) && store.contains(lines[2].id))
    store.close()
    #expect(try place.bytes() == bytes)
    let findings = try place.findings()
    #expect(findings.map(\.offset) == [lines[0].line.count + 1])
  }

  @Test func aTailOfZerosIsTorn() throws {
    let place = try TemporaryStore(inMemory: true)
    try place.open(boot: "last boot").close()
    try place.write(Self.whole + [UInt8](repeating: 0, count: 512))
    let store = try place.open(boot: "this boot")
    #expect(store.recovery.adopted == 2 && store.recovery.torn != nil)
    store.close()
    #expect(try place.bytes() == Self.whole)
  }

  @Test func aCrashInRecoveryIsRecoveredFrom() throws {
    // The copy was made, and the newline or the cut was not.
    let place = try TemporaryStore(inMemory: true)
    let tail = Array(Self.records[1].line.prefix(40))
    let before = Self.records.prefix(1).flatMap(\.withNewline)
    try place.write(before + tail)
    try place.write(tail, to: Path("torn-records-000001.jsonl-\(before.count)"))
    _ = try expectAllOnce(place, known: 1, boot: "this boot")
    // The newline was written, and the ledger did not come to know.
    let other = try TemporaryStore(inMemory: true)
    try other.write(before + tail + [0x0A])
    try other.write(tail, to: Path("torn-records-000001.jsonl-\(before.count)"))
    let store = try expectAllOnce(other, known: 1, boot: "this boot")
    #expect(store.recovery.torn == nil)
  }

  @Test func linesThatTheLedgerLacksAreAdoptedOnce() throws {
    let place = try TemporaryStore()
    var store = try place.open()
    try Told().append(Self.records.prefix(1), to: store)
    store.close()
    try place.write(Self.whole)
    store = try place.open()
    #expect(store.recovery.adopted == 1)
    #expect(store.recovery.rebuilt == nil)
    store.close()
    store = try place.open()
    #expect(store.recovery.adopted == 0)
    store.close()
  }

  @Test func whatIsNoRegularFileIsRefused() throws {
    let place = try TemporaryStore()
    try place.write([], to: "elsewhere")
    try #require(symlink("elsewhere", place.directory.path.text + "/records.jsonl") == 0)
    let path = place.directory.path.appending("records.jsonl")
    #expect(throws: StoreError.notRegular(path)) { try place.open() }
  }
}
