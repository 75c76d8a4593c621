import Dispatch
import Glibc
import Testing
import WinnowIO
import WinnowQueue
import WinnowWatch

@Suite(.timeLimit(.minutes(1)))
struct SpoolTests {
  @Test("A claim moves the file, with its directories, out of the inbox")
  func claim() throws {
    let box = try TemporarySpool()
    let claim = try box.claim("site/deep/a.txt", "hello")
    #expect(claim.path == "site/deep/a.txt")
    #expect(claim.name == "a.txt")
    #expect(claim.size == 5)
    #expect(box.files("inbox").isEmpty)
    #expect(box.text("claimed/site/deep/a.txt") == "hello")
    #expect(try Directory(at: box.spool.inbox).status("site")?.kind == .directory)
  }

  @Test("What is gone, is no file, or has its path still in work, is not claimed")
  func refusals() throws {
    let box = try TemporarySpool()
    #expect(try box.spool.claim(Arrival(path: "none/a")) == nil)
    let first = try box.claim("site/a", "one")
    try box.drop("site/a", "two")
    #expect(try box.spool.claim(Arrival(path: "site/a")) == nil)
    #expect(box.text("inbox/site/a") == "two")
    symlink("/etc/passwd", box.parent.text + "/inbox/link")
    symlink("/etc", box.parent.text + "/inbox/folder")
    #expect(try box.spool.claim(Arrival(path: "link")) == nil)
    #expect(try box.spool.claim(Arrival(path: "folder/passwd")) == nil)
    try box.spool.settle(first, .stored(digest: "0123456789abcdef", keeps: false))
    #expect(try box.spool.claim(Arrival(path: "site/a")) != nil)
  }

  @Test("A file may have the name of a directory that was claimed from before, and the reverse")
  func fileAndDirectoryOfOneName() throws {
    let box = try TemporarySpool()
    let below = try box.claim("site/a")
    try box.spool.settle(below, .stored(digest: "0123456789abcdef", keeps: true))
    TemporarySpool.removeTree(box.spool.inbox.appending("site"))
    let file = try box.claim("site", "file")
    try box.spool.settle(file, .stored(digest: "0123456789abcdef", keeps: true))
    #expect(box.files("done") == ["site/a", "site.0123456789abcdef"])
    let again = try box.claim("b", "file")
    try box.spool.settle(again, .stored(digest: "0123456789abcdef", keeps: true))
    let inFile = try box.claim("b/c", "below")
    try box.spool.settle(inFile, .stored(digest: "0123456789abcdef", keeps: true))
    #expect(box.text("done/b.1/c") == "below")
  }

  @Test("Of many who claim one file, one has it")
  func race() throws {
    let box = try TemporarySpool()
    let other = try Spool(parent: box.parent.appending("other"), inbox: box.spool.inbox)
    let won = Guarded([Path: Int]())
    for number in 0..<300 { try box.drop(Path("s\(number % 7)/\(number)")) }
    DispatchQueue.concurrentPerform(iterations: 1_200) { turn in
      let path = Path("s\(turn / 4 % 7)/\(turn / 4)")
      let spool = turn % 2 == 0 ? box.spool : other
      if let claim = try? spool.claim(Arrival(path: path)) {
        won.use { $0[claim.path, default: 0] += 1 }
      }
    }
    #expect(won.use { $0.count } == 300)
    #expect(won.use { $0.values.allSatisfy { $0 == 1 } })
    #expect(box.files("claimed").count + box.files("other/claimed").count == 300)
  }

  @Test("A start sees what was claimed before, and clears half copies and empty directories")
  func leftovers() throws {
    let box = try TemporarySpool()
    _ = try box.claim("a", "1")
    _ = try box.claim("site/x/b", "22")
    _ = try Directory(making: box.parent.appending("claimed/empty/below"))
    let claimed = try Directory(at: box.parent.appending("claimed/site"))
    _ = try claimed.open(".winnow-tmp-c", O_WRONLY | O_CREAT)
    var seen: [Path: Int] = [:]
    try Spool(parent: box.parent).forEachClaimed { claim in
      seen[claim.path] = claim.size
      return true
    }
    #expect(seen == ["a": 1, "site/x/b": 2])
    #expect(try claimed.status(".winnow-tmp-c") == nil)
    #expect(try box.spool.claimed.status("empty") == nil)
    #expect(try box.spool.claimed.status("site") != nil)
  }

  @Test(
    "An inbox on another file system is copied from, once",
    .enabled(if: access("/dev/shm", W_OK) == 0, "there is no second file system to write to")
  )
  func otherFileSystem() throws {
    let elsewhere = try TemporarySpool.temporaryDirectory(in: "/dev/shm")
    defer { TemporarySpool.removeTree(elsewhere) }
    let box = try TemporarySpool(inbox: elsewhere.appending("inbox"))
    let devices = try [elsewhere, box.parent].map { try Directory(at: $0).status().device }
    try #require(devices[0] != devices[1], "/dev/shm is no file system of its own here")
    let text = String(repeating: "0123456789abcdef", count: 100_000)
    let claim = try box.claim("site/big", text)
    #expect(claim.size == 1_600_000)
    #expect(try claim.read(maxBytes: 2_000_000) == Array(text.utf8))
    #expect(try Directory(at: elsewhere.appending("inbox/site")).status("big") == nil)
    #expect(box.files("claimed") == ["site/big"])
    let reason = QuarantineReason("test", detail: "")
    let set = try #require(try box.spool.settle(claim, .quarantined(reason)))
    #expect(try Quarantine(box.spool).retry(set) == "site/big")
    #expect(try Directory(at: elsewhere.appending("inbox/site")).status("big")?.size == 1_600_000)
    #expect(box.files("quarantine").isEmpty)
  }
}
