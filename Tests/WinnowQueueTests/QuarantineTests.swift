import Glibc
import Testing
import WinnowIO
import WinnowQueue

@Suite struct QuarantineTests {
  private let reason = QuarantineReason("unreadable", detail: "open: \"why\"\n", errno: 13)

  private func entries(_ box: TemporarySpool) throws -> [Path: Quarantine.Entry] {
    var found: [Path: Quarantine.Entry] = [:]
    try Quarantine(box.spool).forEach { entry throws(QueueError) in
      found[entry.path] = entry
      return true
    }
    return found
  }

  @Test("A quarantined file lies beside its reason")
  func setAside() throws {
    let box = try TemporarySpool()
    let path = try box.spool.settle(box.claim("site/a"), .quarantined(reason))
    #expect(path == "site/a")
    #expect(box.files("quarantine") == ["site/a", "site/a.reason"])
    let text = try #require(box.text("quarantine/site/a.reason"))
    #expect(text.hasPrefix(#"{"reason":"unreadable","detail":"open: \"why\"\n","when":"20"#))
    #expect(text.hasSuffix("Z\",\"errno\":13,\"path\":\"site/a\"}\n"))
    let entry = try #require(try entries(box)["site/a"])
    #expect(entry.reason == reason)
    #expect(entry.original == "site/a")
    #expect(entry.when?.utf8.count == 24)
  }

  @Test("What a crash left is removed: half a reason, and one whose file is not there")
  func tidy() throws {
    let box = try TemporarySpool()
    for name: Path in ["site/a", "site/b", "c.reason"] {
      try box.spool.settle(box.claim(name), .quarantined(reason))
    }
    let site = try box.spool.quarantine.directory("site")
    try site.remove("b")
    try site.replace(".winnow-tmp-d.reason.tmp", with: Array("{".utf8), durable: false)
    try site.replace("mine.reason", with: Array("why it rained".utf8), durable: false)
    try Quarantine(box.spool).tidy()
    #expect(
      box.files("quarantine") == [
        "site/a", "site/a.reason", "c.reason.file", "c.reason.file.reason", "site/mine.reason",
      ]
    )
  }

  @Test("Names that are too long, not text, taken, or a reason's, keep file, reason and path")
  func oddNames() throws {
    let box = try TemporarySpool()
    let names: [Path] = [
      Path(bytes: [UInt8](repeating: 0xFF, count: 255)), "a.txt", "a.txt", "a.txt.reason",
      Path(String(repeating: "y", count: 248) + ".reason"), ".reason", "a.1.txt",
    ]
    for (number, name) in names.enumerated() {
      let claim = try box.claim(name, "\(number)")
      try box.spool.settle(
        claim,
        .quarantined(QuarantineReason("\(number)", detail: "", errno: nil))
      )
    }
    let found = try entries(box)
    #expect(found.count == names.count)
    #expect(box.files("quarantine").count == 2 * names.count)
    for entry in found.values {
      let number = try #require(Int(entry.reason.reason))
      #expect(entry.original == names[number])
      #expect(box.text(Path("quarantine").appending(entry.path)) == "\(number)")
    }
    try Quarantine(box.spool).retryAll { _, _ in }
    #expect(box.files("quarantine").isEmpty)
    #expect(box.files("inbox") == Set(names).union(["a.1.1.txt"]) || box.files("inbox").count == 7)
  }

  @Test("A file sent back comes where it lay; if its name is taken, beside it")
  func retry() throws {
    let box = try TemporarySpool()
    for text in ["one", "two"] {
      try box.spool.settle(box.claim("site/a.txt", text), .quarantined(reason))
    }
    let quarantine = Quarantine(box.spool)
    #expect(try quarantine.retry("site/none") == nil)
    #expect(try quarantine.retry("nowhere/none") == nil)
    #expect(try quarantine.retry("../inbox") == nil)
    #expect(try quarantine.retry("site/a.txt.reason") == nil)
    #expect(try quarantine.retry("site/a.txt") == "site/a.txt")
    #expect(try quarantine.retry("site/a.1.txt") == "site/a.1.txt")
    #expect(box.text("inbox/site/a.txt") == "one")
    #expect(box.text("inbox/site/a.1.txt") == "two")
    #expect(box.files("quarantine").isEmpty)
  }

  @Test("A reason that is missing, broken, or leads out of the inbox does not keep a file")
  func brokenReasons() throws {
    let box = try TemporarySpool()
    let texts = [
      "a": nil, "b": "", "c": "{", "d": #"{"reason":"kept","detail":{}}"#,
      "e": #"{"path":"../../etc/passwd"}"#, "f": #" { "path" : "x\u0444/g" , "errno": 5 } "#,
    ]
    for (name, text) in texts {
      let folder = box.spool.quarantine
      try folder.replace(Path(name), with: Array(name.utf8), durable: false)
      guard let text else { continue }
      try folder.replace(Path(name + ".reason"), with: Array(text.utf8), durable: false)
    }
    let found = try entries(box)
    #expect(found["a"]?.reason == QuarantineReason("unknown", detail: ""))
    #expect(found["d"]?.reason.reason == "kept")
    #expect(found["f"]?.reason.errno == 5)
    try Quarantine(box.spool).retryAll { _, _ in }
    #expect(box.files("inbox") == ["a", "b", "c", "d", "e", "xф/g"])
  }

  @Test("A reason that a crash left without its file is written over")
  func orphan() throws {
    let box = try TemporarySpool()
    let claim = try box.claim("a")
    try box.spool.quarantine.replace("a.reason", with: Array("{}".utf8), durable: false)
    #expect(try entries(box).isEmpty)
    #expect(try box.spool.settle(claim, .quarantined(reason)) == "a")
    #expect(try entries(box)["a"]?.reason == reason)
  }
}
