import Foundation
import Testing

/// `winnow import`, through the program.
@Suite struct ImportTests {
  private func text(_ number: Int) -> String {
    "Skip to content\nStory \(number)\nThe mayor of town \(number) opened a bridge on Monday.\n"
  }

  /// A file of records as a cluster makes them.
  private func records(_ numbers: Range<Int>, _ program: Program) throws -> URL {
    let names = try numbers.map { number in
      let file = program.root.appending(path: "site/\(number).txt")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text(number).utf8).write(to: file)
      return file.path
    }
    let file = program.root.appending(path: "made-\(numbers.lowerBound).jsonl")
    try program.run(["clean", "--json"] + names).output.write(to: file)
    return file
  }

  private func object(_ line: some DataProtocol) throws -> NSMutableDictionary {
    let object = try JSONSerialization.jsonObject(with: Data(line), options: .mutableContainers)
    return try #require(object as? NSMutableDictionary)
  }

  @Test("Records made elsewhere come in once, and say when they did")
  func once() throws {
    let program = try Program()
    let file = try records(0..<5, program)
    let more = try records(3..<8, program)
    let first = try program.run("import", file.path)
    #expect(first.status == 0 && first.text == "5 stored, 0 duplicates, 0 bad\n")
    let second = try program.run("import", file.path, more.path)
    #expect(second.status == 0 && second.text == "3 stored, 7 duplicates, 0 bad\n")
    let verified = try program.run("verify")
    #expect(verified.status == 0 && verified.text.hasPrefix("8 records in 1 segments"))
    // Nothing but the time of receipt has changed, and the CRC with it.
    let made = try Data(contentsOf: file).split(separator: 0x0A).map { try object($0) }
    for (made, stored) in zip(made, program.records()) {
      let received = try #require(stored["received"] as? String)
      #expect(received.hasPrefix("20") && made["received"] is NSNull)
      let stored = NSMutableDictionary(dictionary: stored)
      for key in ["received", "crc"] {
        made.removeObject(forKey: key)
        stored.removeObject(forKey: key)
      }
      #expect(made == stored)
    }
    let tail = try program.run("tail", "--since", "1h")
    #expect(tail.output.split(separator: 0x0A).count == 8)
    // The daemon knows them.
    try program.drop(text(4), as: "again.txt")
    #expect(try program.run("once").text == "0 stored, 1 duplicates, 0 quarantined\n")
  }

  @Test("Lines that are no records are told of by file and line, and the rest comes in")
  func badLines() throws {
    let program = try Program()
    let good = try Data(contentsOf: try records(0..<3, program)).split(separator: 0x0A)
    var torn = good[1]
    torn.removeLast(9)
    let lines = [good[0], torn, Data(#"{"id":1,"error":{}}"#.utf8), Data(), good[2]]
    let file = program.root.appending(path: "mixed.jsonl")
    try Data(lines.joined(separator: [0x0A])).write(to: file)
    let outcome = try program.run("import", "/nowhere.jsonl", file.path)
    #expect(outcome.status == 74)
    #expect(
      outcome.errors == """
        winnow: /nowhere.jsonl: open: No such file or directory
        winnow: \(file.path):2: the CRC is missing or does not hold
        winnow: \(file.path):3: the CRC is missing or does not hold

        """
    )
    #expect(outcome.text == "2 stored, 0 duplicates, 2 bad\n")
    #expect(try program.run("import", file.path).status == 65)
    #expect(try program.run("verify").status == 0)
  }

  @Test("What clean --jsonl wrote comes in from a pipe, its trailer left out")
  func pipe() throws {
    let program = try Program()
    let input = Data(#"{"text":"one\n","n":1}"#.utf8 + [0x0A] + #"{"text":"two\n"}"#.utf8)
    let made = try program.run(["clean", "--jsonl", "--trailer"], input: input)
    let outcome = try program.run(["import", "-"], input: made.output)
    #expect(outcome.status == 0 && outcome.text == "2 stored, 0 duplicates, 0 bad\n")
    #expect((program.records().first?["meta"] as? [String: Int]) == ["n": 1])
  }

  @Test("Another store's segments come in byte for byte, compressed ones too, and teach the same")
  func segments() throws {
    let from = try Program(settings: "compress = \"zstd\"\n")
    let page = "Menu of the site\nSubscribe to our letter today\n"
    for number in 0..<12 { try from.drop(page + text(number), as: "news/\(number).txt") }
    _ = try from.run("once")
    let whole = try Data(contentsOf: from.store.appending(path: "records.jsonl"))
    let closed = from.store.appending(path: "records-000001.jsonl")
    try FileManager.default.moveItem(at: from.store.appending(path: "records.jsonl"), to: closed)
    let packed = from.store.appending(path: "records-000001.jsonl.zst")
    try from.start()
    #expect(eventually { FileManager.default.fileExists(atPath: packed.path) })
    try from.drop(page + text(12), as: "news/12.txt")
    #expect(eventually { from.records().count == 1 })
    from.stop()

    let program = try Program()
    let active = from.store.appending(path: "records.jsonl")
    let outcome = try program.run("import", packed.path, active.path)
    #expect(outcome.status == 0 && outcome.text == "13 stored, 0 duplicates, 0 bad\n")
    let stored = try Data(contentsOf: program.store.appending(path: "records.jsonl"))
    #expect(stored == whole + (try Data(contentsOf: active)))
    let learned = try program.run("rules", "learned", "--json")
    #expect(learned.text.contains(#""source":"news""#))
    #expect(learned.text == (try from.run("rules", "learned", "--json").text))

    let cut = program.root.appending(path: "cut.jsonl.zst")
    try Data(contentsOf: packed).dropLast(20).write(to: cut)
    let damaged = try program.run("import", cut.path)
    #expect(damaged.status == 65)
    #expect(damaged.errors.hasPrefix("winnow: \(cut.path): "))
  }

  @Test("A running daemon has the store: 75")
  func busy() throws {
    let program = try Program()
    let file = try records(0..<1, program)
    try program.start()
    #expect(eventually { (try? program.run("status").status) == 0 })
    let outcome = try program.run("import", file.path)
    #expect(outcome.status == 75)
    #expect(outcome.errors.contains("locked by process"))
  }
}
