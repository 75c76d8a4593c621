import Testing
import WinnowIO
import WinnowQueue

@Suite struct SettlementTests {
  private let digest = "0123456789abcdef0123456789abcdef"

  @Test("A stored file is kept under its path, or deleted")
  func stored() throws {
    let box = try TemporarySpool()
    try box.spool.settle(box.claim("site/a"), .stored(digest: digest, keeps: true))
    try box.spool.settle(box.claim("site/b"), .stored(digest: digest, keeps: false))
    #expect(box.files("done") == ["site/a"])
    #expect(box.files("claimed").isEmpty)
  }

  @Test("A path stored before gets the digest into its name, and the same bytes one file")
  func collisions() throws {
    let box = try TemporarySpool()
    try box.spool.settle(box.claim("a.txt", "1"), .stored(digest: digest, keeps: true))
    for _ in 0..<2 {
      try box.spool.settle(box.claim("a.txt", "2"), .stored(digest: digest, keeps: true))
    }
    #expect(box.files("done") == ["a.txt", "a.0123456789abcdef.txt"])
    #expect(box.text("done/a.txt") == "1")
    #expect(box.text("done/a.0123456789abcdef.txt") == "2")
  }

  @Test("A long name is cut between characters, and keeps its extension")
  func longNames() throws {
    let box = try TemporarySpool()
    let name = Path("x" + String(repeating: "ж", count: 125) + ".txt")
    #expect(name.bytes.count == 255)
    for text in ["1", "2"] {
      try box.spool.settle(box.claim(name, text), .stored(digest: digest, keeps: true))
    }
    let other = try #require(box.files("done").first { $0 != name })
    #expect(other.bytes.count == 254)
    #expect(other.text.hasSuffix("ж.0123456789abcdef.txt"))
    #expect(!other.text.contains("\u{FFFD}"))
  }

  @Test("A file put off stays claimed")
  func later() throws {
    let box = try TemporarySpool()
    try box.spool.settle(box.claim("a"), .later("busy"))
    #expect(box.files("claimed") == ["a"])
    #expect(box.files("inbox").isEmpty)
  }

  @Test("A file that is not there any more is an error that says so")
  func gone() throws {
    let box = try TemporarySpool()
    let claim = try box.claim("a")
    try claim.directory().remove("a")
    let error = #expect(throws: QueueError.self) {
      try box.spool.settle(claim, .stored(digest: digest, keeps: true))
    }
    #expect(
      error?.description.hasSuffix(
        "claimed/a: could not move it to done: rename: No such file or directory"
      ) == true
    )
  }
}
