import Glibc
import Testing
import WinnowIO
import WinnowRecord

@testable import WinnowStore

/// Files of which some sectors did not reach the disk, or hold what was there before.
@Suite struct TearTests {
  private static let sector = 512
  private static let records = (0..<8).map { TestRecord($0, size: 700) }
  private static let whole = records.flatMap(\.withNewline)

  /// What a sector may hold that was not written.
  enum Content: CaseIterable { case zeros, old }

  private func torn(_ bytes: [UInt8], _ start: Int, _ content: Content, _ old: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for at in start..<min(start + Self.sector, bytes.count) {
      bytes[at] = content == .old && at < old.count ? old[at] : 0
    }
    return bytes
  }

  /// Opens what is left, stores every record, and expects each to be there once; what stood in the
  /// middle of the segment must stand there still.
  private func expectEachOnce(_ place: TemporaryStore, _ left: [UInt8], _ boot: String) throws {
    let store = try place.open(boot: boot)
    let told = Told()
    try told.append(Self.records, to: store)
    #expect(store.close())
    for (record, outcome) in zip(Self.records, told.all) {
      #expect(try Archive(place.directory).line(at: outcome.place) == record.line)
    }
    let kept = try place.bytes()
    let lines = kept.split(separator: 0x0A).map(Array.init)
    for record in Self.records { #expect(lines.filter { $0 == record.line }.count == 1) }
    let middle = left.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    #expect(kept.starts(with: left[..<middle]))
    let bad = try place.findings()
    #expect(bad.allSatisfy { $0.file == "records.jsonl" && $0.offset < middle })
  }

  @Test(arguments: Content.allCases, ["this boot", "last boot"])
  func anySectorOfTheSegmentMayBeTorn(_ content: Content, _ boot: String) throws {
    let old = [UInt8]((0..<8).map { TestRecord(100 + $0, size: 700) }.flatMap(\.withNewline))
    for length in stride(from: Self.whole.count, to: 2000, by: -1291) {
      for start in stride(from: 0, to: length, by: Self.sector) {
        let place = try TemporaryStore(inMemory: true)
        try place.open(boot: boot).close()
        let left = torn(Array(Self.whole[..<length]), start, content, old)
        try place.write(left)
        try expectEachOnce(place, left, "this boot")
      }
    }
  }

  @Test func aSegmentThatIsTornBehindTheLedgersBackIsNotCut() throws {
    // The ledger knows all eight; bytes rot in the middle.
    for start in stride(from: 0, to: Self.whole.count - Self.sector, by: Self.sector) {
      let place = try TemporaryStore(inMemory: true)
      let store = try place.open()
      try Told().append(Self.records, to: store)
      store.close()
      let left = torn(Self.whole, start, .zeros, [])
      try place.write(left)
      try place.open().close()
      #expect(try place.bytes() == left)
      #expect(!(try place.findings().isEmpty))
    }
  }

  /// The ledger's file with some records in it, and the same with more.
  private func ledgers() throws -> (old: [UInt8], new: [UInt8], records: [TestRecord], [UInt8]) {
    let place = try TemporaryStore(inMemory: true)
    let records = (0..<300).map { TestRecord($0, size: 120) }
    var store = try place.open()
    try Told().append(records.prefix(200), to: store)
    store.close()
    let old = try place.bytes("ledger.sqlite")
    store = try place.open()
    try Told().append(records.dropFirst(200), to: store)
    store.close()
    return (old, try place.bytes("ledger.sqlite"), records, try place.bytes())
  }

  /// Expects that a store with such a ledger knows every record, or finds out that it does not.
  private func expectKnown(
    _ ledger: [UInt8],
    _ records: [TestRecord],
    _ segment: [UInt8]
  ) throws -> Bool {
    let place = try TemporaryStore(inMemory: true)
    try place.write(segment)
    try place.write(ledger, to: Ledger.name)
    let store = try place.open()
    let isKnown = records.allSatisfy { store.contains($0.id) }
    store.close()
    return isKnown
  }

  @Test func aLedgerOfAnyLengthIsMended() throws {
    let (_, new, records, segment) = try ledgers()
    for length in stride(from: 0, to: new.count, by: Self.sector) {
      #expect(try expectKnown(Array(new[..<length]), records, segment), "\(length) bytes")
    }
  }

  @Test(arguments: Content.allCases)
  func anySectorOfTheLedgerMayBeTorn(_ content: Content) throws {
    let (old, new, records, segment) = try ledgers()
    for start in stride(from: 0, to: new.count, by: Self.sector) {
      let left = torn(new, start, content, old)
      #expect(try expectKnown(left, records, segment), "\(start) of \(new.count)")
    }
  }

  @Test func aLedgerOfRubbishIsBuiltAnew() throws {
    let (_, new, records, segment) = try ledgers()
    var random = SystemRandomNumberGenerator()
    for count in [1, 100, 4096, new.count, 2 * new.count] {
      let rubbish = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(try expectKnown(rubbish, records, segment), "\(count) bytes of rubbish")
      #expect(
        try expectKnown(Array(new.prefix(100)) + rubbish, records, segment),
        "a header and \(count) bytes of rubbish"
      )
    }
  }
}
