import Glibc
import Testing
import WinnowIO

@testable import WinnowStore

@Suite struct LockTests {
  @Test func aSecondWriterIsToldWhoTheFirstIs() throws {
    let place = try TemporaryStore()
    let store = try place.open()
    do throws(StoreError) {
      _ = try Store.open(place.directory)
      Issue.record("two writers have one store")
    } catch {
      #expect(error.description.contains("locked by process \(getpid()) ("))
      #expect(!error.description.contains("\n"))
    }
    #expect(throws: StoreError.self) { try Store.rebuildLedger(place.directory) }
    store.close()
    try Store.open(place.directory).close()
  }

  @Test func aLockFileOfADeadProcessLocksNothing() throws {
    let place = try TemporaryStore()
    try place.write(Array("999999999\n".utf8), to: "lock")
    try place.open().close()
    #expect(try place.bytes("lock") == Array("\(getpid())\nrun\n".utf8))
  }
}
