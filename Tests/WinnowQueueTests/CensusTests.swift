import Glibc
import Testing
import WinnowIO
import WinnowQueue

/// Counting a spool while it lies there.
@Suite struct CensusTests {
  private let place: TemporarySpool

  init() throws { place = try TemporarySpool() }

  private func census(patience: Int64 = 10_000_000_000, countsDone: Bool = true) -> Census {
    Census(
      parent: place.parent,
      inbox: place.spool.inbox,
      patience: patience,
      countsDone: countsDone
    )
  }

  @Test("Every state is counted, at any depth, and what is no document is not")
  func states() throws {
    for name: Path in ["a.txt", "site/b.txt", "site/deep/c.txt", ".hidden", "d.part"] {
      try place.drop(name)
    }
    symlink("/etc/passwd", place.spool.inbox.appending("link").text)
    try place.spool.settle(try place.claim("site/e.txt"), .stored(digest: "ab", keeps: true))
    let reason = QuarantineReason("too large", detail: "")
    try place.spool.settle(try place.claim("f.txt"), .quarantined(reason))
    _ = try place.claim("g.txt")
    let census = census()
    #expect(census.waiting == .init(3) && census.claimed == .init(1))
    #expect(census.quarantined == .init(1) && census.done == .init(1))
    #expect(self.census(countsDone: false).done == .init(0))
  }

  @Test("An old file that is moved in has waited since it came, not since it was written")
  func oldest() throws {
    let before = Clock.wall
    try place.drop("a.txt")
    var times = [timeval(tv_sec: 1000, tv_usec: 0), timeval(tv_sec: 1000, tv_usec: 0)]
    try #require(utimes(place.spool.inbox.appending("a.txt").text, &times) == 0)
    let oldest = try #require(census().oldest)
    // The kernel's clock for files is some milliseconds behind.
    #expect(oldest > before - 1_000_000_000)
  }

  @Test("Counting ends when its time is up, and says so")
  func patience() throws {
    for number in 0..<3 { try place.drop(Path("\(number).txt")) }
    let census = census(patience: 0)
    #expect(census.waiting == .init(0, ended: "counting took too long"))
    #expect(census.oldest == nil && !census.isOldestKnown)
    #expect(census.claimed == .init(0) && self.census().isOldestKnown)
  }

  @Test("A spool that is not there is empty")
  func missing() throws {
    let nowhere: Path = "/nowhere"
    let census = Census(parent: nowhere, inbox: nowhere, patience: 1, countsDone: true)
    #expect(census == Census())
  }
}
