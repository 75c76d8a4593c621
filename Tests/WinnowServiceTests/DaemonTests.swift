import Foundation
import Testing

/// What arrives in the inbox of the real daemon, and what comes out.
@Suite(.serialized) struct DaemonTests {
  private let article = """
    Skip to content
    Bridge over the river opens

    The new bridge over the river was opened on Monday after two years of work, the mayor said.

    Share this article:

    """

  @Test("A file that is dropped comes out as a record, and lies in done")
  func dropped() throws {
    let program = try Program()
    try program.start()
    #expect(eventually { FileManager.default.fileExists(atPath: program.store.path) })
    try program.drop(article, as: "site/a.txt")
    #expect(eventually { program.files(in: "done") == ["site/a.txt"] })
    let record = try #require(program.records().first)
    #expect(record["path"] as? String == "site/a.txt")
    #expect(record["title"] as? String == "Bridge over the river opens")
    #expect((record["text"] as? String)?.contains("Skip to content") == false)
    #expect((record["text"] as? String)?.contains("Share this article") == false)
    #expect(program.stop() == 0)
    #expect(try program.run("verify").status == 0)
    let restored = try program.run(
      "restore",
      input: Data(contentsOf: program.store.appending(path: "records.jsonl"))
    )
    #expect(restored.text == article)
  }

  @Test("Files that lay there before the start come out, at any depth")
  func backlog() throws {
    let program = try Program()
    for number in 0..<50 { try program.drop("\(article)\(number)\n", as: "a/b/c/\(number).txt") }
    try program.start()
    #expect(eventually { program.files(in: "done").count == 50 })
    #expect(program.records().count == 50)
  }

  @Test("Moved and linked files come out; hidden and partial names wait")
  func ways() throws {
    let program = try Program()
    try program.start()
    #expect(eventually { FileManager.default.fileExists(atPath: program.store.path) })
    let outside = program.root.appending(path: "outside.txt")
    try Data("moved \(article)".utf8).write(to: outside)
    try FileManager.default.moveItem(at: outside, to: program.inbox.appending(path: "moved.txt"))
    let linked = program.root.appending(path: "linked.txt")
    try Data("linked \(article)".utf8).write(to: linked)
    try FileManager.default.linkItem(at: linked, to: program.inbox.appending(path: "linked.txt"))
    for name in [".hidden", "a.part", "b.tmp", "c.txt~", "d.crdownload", "e.swp", "f.partial"] {
      try program.drop(name, as: name)
    }
    #expect(eventually { program.files(in: "done") == ["linked.txt", "moved.txt"] })
    #expect(program.files(in: "inbox").count == 7)
    let part = program.inbox.appending(path: "a.part")
    try FileManager.default.moveItem(at: part, to: program.inbox.appending(path: "a.txt"))
    #expect(eventually { program.files(in: "done").contains("a.txt") })
  }

  @Test("The same bytes again are settled and not stored again")
  func duplicates() throws {
    let program = try Program()
    for number in 0..<20 { try program.drop(article, as: "\(number).txt") }
    try program.start()
    #expect(eventually { program.files(in: "done").count == 20 })
    #expect(program.records().count == 1)
  }

  @Test("With after = delete nothing is kept but the record")
  func delete() throws {
    let program = try Program(settings: "after = \"delete\"\n")
    try program.drop(article, as: "a.txt")
    try program.start()
    #expect(eventually { program.records().count == 1 && program.files(in: "inbox").isEmpty })
    #expect(eventually { program.files(in: "claimed").isEmpty })
    #expect(program.files(in: "done").isEmpty)
  }

  @Test("A file that is too large is quarantined with its reason, and retry sends it back")
  func tooLarge() throws {
    let program = try Program(settings: "max_bytes = \"1KiB\"\n")
    try program.drop(String(repeating: "x", count: 2000), as: "site/big.txt")
    try program.drop(article, as: "small.txt")
    try program.start()
    #expect(
      eventually { program.files(in: "quarantine").count == 2 && program.records().count == 1 }
    )
    let reason = try String(
      contentsOf: program.spool("quarantine").appending(path: "site/big.txt.reason"),
      encoding: .utf8
    )
    #expect(reason.contains("too large"))
    program.stop()
    let listed = try program.run("retry", "--list", "--json").output
    let entry = try JSONSerialization.jsonObject(with: listed) as? NSDictionary
    #expect(entry?["name"] as? String == "site/big.txt")
    #expect(entry?["reason"] as? String == "too large")
    #expect(entry?["errno"] is NSNull)
    #expect(try program.run("retry", "--json").status == 64)
    let retried = try program.run("retry")
    #expect(retried.text == "site/big.txt -> site/big.txt\n")
    #expect(program.files(in: "inbox") == ["site/big.txt"])
    #expect(program.files(in: "quarantine").isEmpty)
  }

  @Test("A file that may not be read is quarantined, and nothing else stops")
  func unreadable() throws {
    let program = try Program()
    for folder in ["var/spool/winnow", "var/lib"] {
      try FileManager.default.createDirectory(
        at: program.root.appending(path: folder),
        withIntermediateDirectories: true
      )
    }
    _ = try? Process.run(
      URL(filePath: "/bin/chown"),
      arguments: ["-R", "65534:65534", program.root.path]
    )
    .waitUntilExit()
    try program.drop(article, as: "closed.txt")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o000],
      ofItemAtPath: program.inbox.appending(path: "closed.txt").path
    )
    try program.drop("open \(article)", as: "open.txt")
    let isRoot = getuid() == 0
    let launcher = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    try program.start(under: isRoot ? launcher : [])
    #expect(eventually { program.records().count == 1 })
    #expect(eventually { program.files(in: "quarantine") == ["closed.txt", "closed.txt.reason"] })
    let reason = try String(
      contentsOf: program.spool("quarantine").appending(path: "closed.txt.reason"),
      encoding: .utf8
    )
    #expect(reason.contains("unreadable") && reason.contains("\"errno\":13"))
  }

  @Test("Links, fifos and directories named as files are left alone, and status tells of them")
  func irregular() throws {
    let program = try Program()
    let secret = program.root.appending(path: "secret.txt")
    try Data("a secret outside the inbox".utf8).write(to: secret)
    let link = program.inbox.appending(path: "link.txt")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: secret)
    mkfifo(program.inbox.appending(path: "fifo.txt").path, 0o666)
    try FileManager.default.createSymbolicLink(
      at: program.inbox.appending(path: "folder"),
      withDestinationURL: program.root
    )
    try program.drop(article, as: "a.txt")
    try program.start()
    #expect(eventually { program.files(in: "done") == ["a.txt"] })
    #expect(program.records().count == 1)
    #expect(
      eventually {
        (try? program.run("status", "--json").text.contains("\"ignored\":3")) == true
      }
    )
  }

  @Test("An empty file comes out as an empty record")
  func empty() throws {
    let program = try Program()
    try program.drop("", as: "empty.txt")
    try program.start()
    #expect(eventually { program.files(in: "done") == ["empty.txt"] })
    #expect(program.records().first?["text"] as? String == "")
  }

  @Test("Names that are not UTF-8 and names of 255 bytes come out under their own names")
  func names() throws {
    let program = try Program()
    let long = String(repeating: "n", count: 251) + ".txt"
    try program.drop("long \(article)", as: long)
    let odd = program.inbox.path + "/odd-"
    let path = Array(odd.utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
    let file = open(path, O_CREAT | O_WRONLY, 0o644)
    #expect(file >= 0)
    _ = article.withCString { write(file, $0, strlen($0)) }
    close(file)
    try program.start()
    #expect(eventually { program.records().count == 2 })
    let paths = program.records().compactMap { $0["path"] as? String }.sorted()
    #expect(paths == [long, "odd-\u{FFFD}"])
    #expect(eventually { program.files(in: "done").contains(long) })
  }

  @Test("A second daemon is refused and told who has the store")
  func second() throws {
    let program = try Program()
    let first = try program.start()
    #expect(eventually { (try? program.run("status").status) == 0 })
    let second = try program.run("run")
    #expect(second.status == 75)
    #expect(second.errors.contains("process \(first.processIdentifier) (winnow run)"))
  }

  @Test("While once works, status tells of it as of a daemon")
  func onceStatus() throws {
    let program = try Program()
    for number in 0..<300 { try program.drop("\(number) \(article)", as: "\(number).txt") }
    let once = Process()
    once.executableURL = Program.binary
    once.arguments = ["--root", program.root.path, "once"]
    once.standardOutput = FileHandle.nullDevice
    try once.run()
    var said = ""
    let isWell = eventually {
      guard let outcome = try? program.run("status"), outcome.status == 0 else { return false }
      said = outcome.text
      return true
    }
    once.waitUntilExit()
    #expect(isWell)
    #expect(
      said.hasPrefix("winnow is running well: process \(once.processIdentifier) (winnow once)")
    )
    #expect(said.contains("\nsince"))
    #expect(try program.run("status").status == 3)
  }

  @Test("Claimed files of a daemon that was killed are taken up by the next one")
  func killed() throws {
    let program = try Program()
    for number in 0..<400 { try program.drop("\(number) \(article)", as: "\(number).txt") }
    try program.start()
    #expect(eventually { program.records().count > 20 })
    program.stop(SIGKILL)
    try program.start()
    #expect(eventually { program.files(in: "done").count == 400 })
    #expect(program.stop() == 0)
    #expect(program.records().count == 400)
    #expect(try program.run("verify").status == 0)
  }

  @Test("The inbox may be deleted and made again")
  func inboxDeleted() throws {
    let program = try Program()
    try program.start()
    try program.drop(article, as: "a.txt")
    #expect(eventually { program.files(in: "done") == ["a.txt"] })
    try FileManager.default.removeItem(at: program.inbox)
    #expect(eventually { (try? program.run("status").status) == 1 })
    try program.drop("again \(article)", as: "b.txt")
    #expect(eventually { program.files(in: "done") == ["a.txt", "b.txt"] })
  }

  @Test("once empties the inbox and exits")
  func once() throws {
    let program = try Program()
    for number in 0..<30 { try program.drop("\(number) \(article)", as: "\(number).txt") }
    let outcome = try program.run("once")
    #expect(outcome.status == 0)
    #expect(outcome.text == "30 stored, 0 duplicates, 0 quarantined\n")
    #expect(!outcome.errors.contains("\r"))
    #expect(program.records().count == 30)
    #expect(program.files(in: "inbox").isEmpty && program.files(in: "claimed").isEmpty)
  }

  @Test("Closed segments are compressed, and all of it verifies and restores")
  func rotation() throws {
    let program = try Program(settings: "segment_bytes = \"64KiB\"\ncompress = \"zstd\"\n")
    try program.start()
    for number in 0..<80 {
      try program.drop("\(number) " + String(repeating: article, count: 6), as: "\(number).txt")
    }
    #expect(eventually { program.files(in: "done").count == 80 })
    // A segment is at least ten seconds old when it is closed.
    sleep(11)
    try program.drop("the last \(article)", as: "last.txt")
    #expect(
      eventually {
        FileManager.default.fileExists(
          atPath: program.store.appending(path: "records-000001.jsonl.zst").path
        )
      }
    )
    #expect(program.stop() == 0)
    let verified = try program.run("verify")
    #expect(verified.status == 0 && verified.text.hasPrefix("81 records in 2 segments"))
  }
}
