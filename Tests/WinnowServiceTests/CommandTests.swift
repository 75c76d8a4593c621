import Foundation
import Testing

/// The commands that need no daemon.
@Suite struct CommandTests {
  private let article = """
    Skip to content
    Bridge over the river opens

    The new bridge over the river was opened on Monday after two years of work, the mayor said.

    See also: Harbour closed for the winter

    It is open to walkers and cyclists from today, and to buses from the first of next month on.

    """

  @Test("clean prints the text alone")
  func cleanText() throws {
    let program = try Program()
    let outcome = try program.run("clean", input: Data(article.utf8))
    #expect(outcome.status == 0)
    #expect(
      outcome.text == """
        Bridge over the river opens
        The new bridge over the river was opened on Monday after two years of work, the mayor said.
        It is open to walkers and cyclists from today, and to buses from the first of next month on.

        """
    )
  }

  @Test("clean --json prints a record whose keys stand in the order of the contract")
  func cleanJSON() throws {
    let program = try Program()
    let outcome = try program.run("clean", "--json", input: Data(article.utf8))
    let keys = [
      "v", "id", "path", "received", "bytes", "encoding", "language", "title", "text", "edits",
      "names", "rules", "crc",
    ]
    var rest = outcome.text[...]
    for key in keys {
      let place = try #require(rest.range(of: "\"\(key)\":"), "no \(key) after the key before it")
      rest = rest[place.upperBound...]
    }
    let restored = try program.run("restore", input: outcome.output)
    #expect(restored.text == article)
  }

  @Test("clean goes on after a file that can't be read, and exits with 74")
  func cleanMissing() throws {
    let program = try Program()
    let file = program.root.appending(path: "a.txt")
    try Data(article.utf8).write(to: file)
    let outcome = try program.run("clean", "/nowhere/a.txt", file.path)
    #expect(outcome.status == 74)
    #expect(outcome.errors == "winnow: /nowhere/a.txt: open: No such file or directory\n")
    #expect(outcome.text.hasPrefix("Bridge over the river opens\n"))
  }

  @Test("clean --jsonl answers each line with one line, in order, with an empty environment")
  func cleanLines() throws {
    let program = try Program()
    let lines = [
      #"{"id":7,"text":"Skip to content\nA headline of some words\n","lang":"en"}"#,
      "not json", #"{"id":8}"#, #"{"text":5}"#, "",
      #"{"id":"x","text":"","n":1.50,"o":{"a":[1,2]}}"#,
    ]
    let outcome = try program.run(
      ["clean", "--jsonl", "--trailer"],
      input: Data(lines.joined(separator: "\n").utf8),
      environment: [:]
    )
    #expect(outcome.status == 0)
    let answers = outcome.text.split(separator: "\n")
    #expect(answers.count == 7)
    #expect(answers[0].contains(#""text":"A headline of some words\n""#))
    #expect(answers[0].contains(#""meta":{"id":7,"lang":"en"}"#))
    #expect(answers[1].contains(#""error":{"code":"bad-json""#))
    #expect(answers[2].hasPrefix(#"{"v":1,"id":8,"error":{"code":"no-text""#))
    #expect(answers[3].contains(#""error""#) && answers[4].contains(#""error""#))
    #expect(answers[5].contains(#""meta":{"id":"x","n":1.50,"o":{"a":[1,2]}}"#))
    #expect(answers[6] == #"{"winnow_end":{"in":6,"out":6,"errors":4}}"#)
  }

  @Test("clean --jsonl answers before the input has ended")
  func cleanLinesStreaming() throws {
    let program = try Program()
    let process = Process()
    process.executableURL = Program.binary
    process.arguments = ["--root", program.root.path, "clean", "--jsonl"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data("{\"text\":\"one\"}\n".utf8))
    let first = output.fileHandleForReading.availableData
    #expect(String(decoding: first, as: UTF8.self).contains(#""text":"one\n""#))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("explain names the rule and says why")
  func explain() throws {
    let program = try Program()
    let outcome = try program.run("explain", "-", input: Data(article.utf8))
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("headline: Bridge over the river opens\n"))
    #expect(outcome.text.contains("- Skip to content\n    en.skip: this is a skip link"))
    #expect(outcome.text.contains("- See also: Harbour closed for the winter\n    en.related"))
    #expect(outcome.text.contains("  The new bridge over the river"))
    #expect(!outcome.text.contains("\u{1B}"))
  }

  @Test("restore refuses a record that was changed")
  func restoreChanged() throws {
    let program = try Program()
    let record = try program.run("clean", "--json", input: Data(article.utf8)).text
    let changed = record.replacingOccurrences(of: "cyclists", with: "drivers")
    let outcome = try program.run("restore", input: Data(changed.utf8))
    #expect(outcome.status == 65)
    #expect(outcome.errors.hasPrefix("winnow: not a record that can be restored: "))
    #expect(outcome.output.isEmpty)
  }

  @Test("status says that nothing runs, and exits with 3")
  func statusStopped() throws {
    let program = try Program()
    try program.drop(article, as: "a.txt")
    let outcome = try program.run("status")
    #expect(outcome.status == 3)
    #expect(outcome.text.contains("not running") && outcome.text.contains("waiting      1"))
  }

  @Test("status FILE says where a file is and whether it may be deleted")
  func statusFile() throws {
    let program = try Program()
    try program.drop(article, as: "site/a.txt")
    let waiting = try program.run("status", "site/a.txt")
    #expect(waiting.status == 1)
    #expect(waiting.text == "site/a.txt: inbox; it has no record yet\n")
    _ = try program.run("once")
    let stored = try program.run("status", "site/a.txt")
    #expect(stored.status == 0)
    #expect(stored.text.hasPrefix("site/a.txt: done; record sha256:"))
    #expect(stored.text.hasSuffix("; safe to delete\n"))
  }

  @Test("verify finds a changed byte, and says where")
  func verifyDamage() throws {
    let program = try Program()
    try program.drop(article, as: "a.txt")
    try program.drop("two \(article)", as: "b.txt")
    _ = try program.run("once")
    #expect(try program.run("verify").status == 0)
    let file = program.store.appending(path: "records.jsonl")
    var bytes = try Data(contentsOf: file)
    bytes[200] ^= 1
    try bytes.write(to: file)
    let outcome = try program.run("verify")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("records.jsonl: byte 0: the CRC is missing or does not hold"))
  }

  @Test("verify --repair builds the ledger anew and mends a torn end, and cuts nothing elsewhere")
  func repair() throws {
    let program = try Program()
    for number in 0..<3 { try program.drop("\(number) \(article)", as: "\(number).txt") }
    _ = try program.run("once")
    let file = program.store.appending(path: "records.jsonl")
    let ledger = program.store.appending(path: "ledger.sqlite")
    let whole = try Data(contentsOf: file)
    let torn = Data(whole.prefix(100))
    try (whole + torn).write(to: file)
    try Data("no ledger".utf8).write(to: ledger)
    #expect(try program.run("verify").status == 1)
    let repaired = try program.run("verify", "--repair")
    #expect(repaired.status == 0 && repaired.text == "3 records in 1 segments, 0 problems\n")
    #expect(try Data(contentsOf: file).starts(with: whole))
    let copy = program.store.appending(path: "torn-records-000001.jsonl-\(whole.count)")
    #expect(try Data(contentsOf: copy) == torn)

    var bytes = try Data(contentsOf: file)
    bytes[200] ^= 1
    try bytes.write(to: file)
    let damaged = try program.run("verify", "--repair")
    #expect(damaged.status == 1 && damaged.text == "2 records in 1 segments, 1 problems\n")
    #expect(try Data(contentsOf: file) == bytes)
  }

  @Test("A wrong setting is named with file, line, key, what it wants and what it got")
  func wrongSettings() throws {
    for (text, message) in [
      ("# one\nworkers = 0\n", ":2: workers: wants 1 to 256, got 0"),
      ("worker = 2\n", ":1: worker: unknown key; the nearest known one is workers"),
      ("workers = \"two\"\n", ":1: workers: wants a whole number, got \"two\""),
      ("settle = \"soon\"\n", ":1: settle: wants a time such as 500ms, 10ms to 1h, got 'soon'"),
      ("max_bytes = \"0B\"\n", ":1: max_bytes: wants a size such as 16MiB, 1B to 1GiB, got '0B'"),
      ("after = \"burn\"\n", ":1: after: wants 'keep' or 'delete', got 'burn'"),
    ] {
      let program = try Program(settings: text)
      let outcome = try program.run("check")
      #expect(outcome.status == 78)
      #expect(outcome.errors == "winnow: \(program.root.path)/etc/winnow/winnow.toml\(message)\n")
    }
  }

  @Test("A rule that does not live up to its examples is named")
  func wrongRule() throws {
    let program = try Program()
    let rule = """
      language = "en"

      [[rule]]
      id = "my.rule"
      why = "mine"
      lines = ["hello {any}"]
      removes = ["Hello world"]
      keeps = ["Hello there, said the man."]
      """
    let file = program.root.appending(path: "etc/winnow/rules.d/my.toml")
    try Data(rule.utf8).write(to: file)
    let outcome = try program.run("check")
    #expect(outcome.status == 78)
    #expect(
      outcome.errors
        == "winnow: \(file.path):3: my.rule: keeps: it removes 'Hello there, said the man.'\n"
    )
  }

  @Test("check passes on what ships, and prints the settings that ship")
  func check() throws {
    let program = try Program()
    #expect(try program.run("check").status == 0)
    let shipped = try String(
      contentsOf: Program.checkout.appending(path: "etc/winnow/winnow.toml"),
      encoding: .utf8
    )
    let settings = try program.run("check", "--settings").text
    for line in settings.split(separator: "\n") where !line.hasPrefix("workers") {
      #expect(shipped.contains(line), "\(line) is not in winnow.toml")
    }
  }

  @Test("rules test says what a rule file would newly remove, and changes nothing")
  func rulesTest() throws {
    let program = try Program()
    let rule = """
      [[rule]]
      id = "mine.bus"
      why = "mine"
      lines = ["buses {any}"]
      removes = ["Buses every hour"]
      keeps = ["The buses were late."]
      """
    let rules = program.root.appending(path: "mine.toml")
    try Data(rule.utf8).write(to: rules)
    let page = program.root.appending(path: "page.txt")
    try Data((article + "Buses every ten minutes\nShare this\n").utf8).write(to: page)
    let outcome = try program.run("rules", "test", rules.path, page.path)
    #expect(outcome.status == 0)
    #expect(
      outcome.text == """
        \(page.path): mine.bus: Buses every ten minutes
        1 lines in 1 documents would newly go

        """
    )
    #expect(
      try program.run("rules", "test", "--json", rules.path, page.path).text
        == #"{"file":"\#(page.path)","rule":"mine.bus","text":"Buses every ten minutes"}"# + "\n"
    )
    #expect(try program.run("clean", page.path).text.contains("Buses every ten minutes"))
  }

  @Test("names romanise lists the schemes, as lines of JSON too")
  func schemes() throws {
    let program = try Program()
    let rows = try program.run("names", "romanise", "--scheme", "list").text.split(separator: "\n")
    #expect(rows.count == 3)
    let lines = try program.run("names", "romanise", "--scheme", "list", "--json").text
      .split(separator: "\n")
    let listed = try lines.map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: String] ?? [:]
    }
    #expect(listed.map { "\($0["id"] ?? "")\t\($0["name"] ?? "")" } == rows.map { String($0) })
    #expect(try program.run("names", "romanise", "--scheme", "be", "--json", "a").status == 64)
  }

  @Test(
    "What root makes in a store of somebody else's is his",
    .enabled(if: geteuid() == 0, "only root may become another user")
  )
  func owner() throws {
    let program = try Program(knows: false)
    try program.drop(article, as: "a/a.txt")
    _ = try program.run("status")
    try FileManager.default.createDirectory(at: program.store, withIntermediateDirectories: true)
    func names() -> [String] {
      let all = FileManager.default.enumerator(atPath: program.root.path)?.allObjects
      return (all as? [String] ?? []).filter { $0.hasPrefix("var") }
    }
    for name in names() { chown(program.root.appending(path: name).path, 65_534, 65_534) }
    #expect(try program.run("once").text == "1 stored, 0 duplicates, 0 quarantined\n")
    #expect(names().count > 8)
    for name in names() {
      var status = stat()
      #expect(stat(program.root.appending(path: name).path, &status) == 0)
      #expect(status.st_uid == 65_534, "\(name)")
    }
    #expect(program.records().count == 1)
  }

  @Test("Wrong usage exits with 64")
  func usage() throws {
    let program = try Program()
    #expect(try program.run("clean", "--json", "--jsonl").status == 64)
    #expect(try program.run("dance").status == 64)
  }
}
