import Testing
import WinnowIO
import WinnowRecord

@testable import WinnowStore

@Suite struct SourceMemoryTests {
  private let records = (0..<20).map { TestRecord($0, size: 150) }

  private func positions(_ place: TemporaryStore) throws -> [Int] {
    var offsets: [Int] = []
    try Archive(place.directory).forEachRecord { place, _ in
      offsets.append(place.offset)
      return true
    }
    return offsets
  }

  @Test("What comes with a record is kept with its place; what follows is left to be counted")
  func kept() throws {
    let place = try TemporaryStore()
    let store = try place.open()
    for (number, record) in records.enumerated() {
      let memory: SourceRows = number == 9 ? ["a": [1, 2], "b": [3]] : [:]
      try store.append(line: record.line, id: record.id, memory: memory) { _ in }
    }
    store.flush()
    let kept = try Archive(place.directory).memory()
    #expect(kept.rows == ["a": [1, 2], "b": [3]])
    var after = 0
    try Archive(place.directory).forEachRecord(from: kept.position) { _, _ in
      after += 1
      return true
    }
    #expect(after == 10)
    store.keep(["b": [], "c": [4]])
    #expect(try Archive(place.directory).memory().rows == ["a": [1, 2], "c": [4]])
    store.close()
  }

  @Test("A ledger that was lost has no memory, and all records are counted again")
  func lost() throws {
    let place = try TemporaryStore()
    let store = try place.open()
    try Told().append(records, to: store)
    store.flush()
    store.keep(["a": [1]])
    store.close()
    try LedgerOpening.discard(place.directory)
    try place.open().close()
    let kept = try Archive(place.directory).memory()
    #expect(kept.rows.isEmpty)
    #expect(kept.position == .start)
  }

  @Test("A source that is forgotten counts again from the records that come after")
  func forgotten() throws {
    let place = try TemporaryStore()
    let first = try place.open()
    try Told().append(records[..<10], to: first)
    first.flush()
    first.keep(["a": [1], "b": [2]])
    first.close()
    try Store.forget("a", in: place.directory)
    let second = try place.open()
    try Told().append(records[10...], to: second)
    second.close()
    #expect(try Archive(place.directory).memory().rows == ["b": [2]])
    let forgotten = try Forgotten(place.directory)
    let offsets = try positions(place)
    let counted = offsets.map {
      forgotten.counts(Place(segment: 1, offset: $0, length: 150), of: "a")
    }
    #expect(counted == Array(repeating: false, count: 10) + Array(repeating: true, count: 10))
    #expect(forgotten.counts(Place(segment: 1, offset: 0, length: 150), of: "b"))
  }

  @Test("A source can't be forgotten while a daemon has the store")
  func locked() throws {
    let place = try TemporaryStore()
    let store = try place.open()
    defer { store.close() }
    #expect(throws: StoreError.self) { try Store.forget("a", in: place.directory) }
  }
}
