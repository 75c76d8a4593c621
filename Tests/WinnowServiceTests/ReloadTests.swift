import Foundation
import Testing

/// A running daemon that is told to read its configuration again.
@Suite(.serialized) struct ReloadTests {
  private let rule = """
    language = "en"

    [[rule]]
    id = "local.zap"
    why = "a line of this test"
    lines = ["zap that line"]
    removes = ["Zap that line"]
    keeps = ["Zap the next line"]

    """

  private func article(_ number: Int) -> String { "\(Article.text(number))\nZap that line\n" }

  /// Starts a daemon that has worked on one document.
  private func running(settings: String = "") throws -> Program {
    let program = try Program(settings: settings)
    try program.start()
    try work(on: 0, by: program)
    return program
  }

  private func work(on number: Int, by program: Program) throws {
    try program.drop(article(number), as: "\(number).txt")
    #expect(eventually { program.files(in: "done").contains("\(number).txt") })
  }

  private func write(_ text: String, _ name: String, of program: Program) throws {
    try Data(text.utf8).write(to: program.root.appending(path: "etc/winnow/\(name)"))
  }

  /// Asks for a reload, and waits until the log has one more line that begins so.
  private func reload(_ program: Program, _ beginning: String) -> String? {
    let before = program.log.count { $0.hasPrefix(beginning) }
    program.send(SIGHUP)
    _ = eventually { program.log.count { $0.hasPrefix(beginning) } > before }
    let lines = program.log.filter { $0.hasPrefix(beginning) }
    return lines.count > before ? lines.last : nil
  }

  private func digest(_ record: [String: Any]?) -> String { record?["rules"] as? String ?? "none" }

  private func hasRule(_ record: [String: Any]?) -> Bool {
    let edits = record?["edits"] as? [[String: Any]] ?? []
    return edits.contains { $0["rule"] as? String == "local.zap" }
  }

  @Test("A new rule and new settings are in force for the next document, and the log says which")
  func good() throws {
    let program = try running()
    try write(rule, "rules.d/99-local.toml", of: program)
    try write("level = \"thorough\"\n[source.a]\nstyle = \"native\"\n", "winnow.toml", of: program)
    let line = try #require(reload(program, "reloaded: "))
    try work(on: 1, by: program)
    let records = program.records()
    #expect(!hasRule(records.first) && hasRule(records.last))
    let changes =
      "level \"careful\" -> \"thorough\", source.a press rewrite -> native rewrite, "
      + "rules \(digest(records.first)) -> \(digest(records.last)) ("
    #expect(line.hasPrefix("reloaded: \(changes)"))
    #expect(digest(records.first) != digest(records.last))
    let again = try #require(reload(program, "reloaded: "))
    #expect(again.hasPrefix("reloaded: rules \(digest(records.last)) ("))
  }

  @Test("A name that is added is known to the next document")
  func names() throws {
    let program = try running()
    func met(_ number: Int) throws -> [String] {
      try program.drop("Wanda Testova came to town on day \(number).\n", as: "\(number).txt")
      #expect(eventually { program.files(in: "done").contains("\(number).txt") })
      let names = program.records().last?["names"] as? [[String: Any]] ?? []
      return names.compactMap { $0["entity"] as? String }
    }
    #expect(try !met(1).contains("wanda-testova"))
    let person =
      "[[person]]\nid = \"wanda-testova\"\nru = \"Ванда Тестова\"\nhome = \"ru\"\ngender = \"f\"\n"
    try write(person, "names.d/99-local.toml", of: program)
    let line = try #require(reload(program, "reloaded: "))
    #expect(line.contains("3 names"))
    #expect(try met(2) == ["wanda-testova"])
  }

  @Test("What an older configuration was read from is given back")
  func memory() throws {
    let program = try Program(knows: false)
    let process = try program.start()
    #expect(eventually { program.log.contains { $0.contains(" watches ") } })
    func reload(_ number: Int) throws {
      let words = (0..<50_000).map { "'w\(number)-\($0)'" }.joined(separator: ", ")
      try write("words = [\(words)]\n", "names.d/words.toml", of: program)
      _ = try #require(self.reload(program, "reloaded: "))
    }
    for number in 0..<3 { try reload(number) }
    let before = process.residentMegabytes
    for number in 3..<10 { try reload(number) }
    #expect(process.residentMegabytes < before + 25)
  }

  @Test(
    "Of a broken configuration nothing is taken: the old stays, and log and status say what is wrong",
    arguments: [
      ("winnow.toml", "max_bytes = \"1KiB\"\nlevle = \"careful\"\n", "winnow.toml:2"),
      ("rules.d/99-local.toml", "language = \"en\"\n[[rule]]\nid = 1\n", "99-local.toml:3"),
      ("names.d/99-local.toml", "[[person]]\nid = 1\n", "99-local.toml:"),
      ("schemes/99-local.toml", "nothing = 1\n", "99-local.toml:"),
      ("lines.model", "no model", "lines.model"),
    ]
  )
  func broken(file: String, text: String, place: String) throws {
    let program = try running()
    try write(rule, "rules.d/50-local.toml", of: program)
    let sound = try? Data(contentsOf: program.root.appending(path: "etc/winnow/\(file)"))
    try write(text, file, of: program)
    let line = try #require(reload(program, "not reloaded, the old configuration stays: "))
    #expect(line.contains(place))
    try work(on: 1, by: program)
    let records = program.records()
    #expect(digest(records.first) == digest(records.last) && !hasRule(records.last))
    let status = program.store.appending(path: "status.json")
    func said() -> String { (try? String(contentsOf: status, encoding: .utf8)) ?? "" }
    #expect(eventually { said().contains("an older configuration is in force") })
    #expect(said().contains("\"what\":\"not reloaded"))
    // Mended, all of it is taken.
    let broken = program.root.appending(path: "etc/winnow/\(file)")
    if let sound {
      try sound.write(to: broken)
    } else {
      try FileManager.default.removeItem(at: broken)
    }
    _ = try #require(reload(program, "reloaded: "))
    try work(on: 2, by: program)
    #expect(hasRule(program.records().last))
    #expect(eventually { !said().contains("an older configuration is in force") })
  }

  @Test("Settings that only a start can change stay, the log says so, and the others are taken")
  func restart() throws {
    let program = try running(settings: "workers = 2\n")
    try write(
      "workers = 3\nscan_interval = \"5s\"\nmax_bytes = \"10B\"\n",
      "winnow.toml",
      of: program
    )
    let line = try #require(reload(program, "reloaded: "))
    #expect(line.contains("max_bytes \"16MiB\" -> \"10B\", rules "))
    #expect(
      eventually {
        program.log.contains("workers 2 -> 3 wants a restart; the old value stays")
          && program.log.contains(
            "scan_interval \"1m\" -> \"5s\" wants a restart; the old value stays"
          )
      }
    )
    try program.drop(article(1), as: "1.txt")
    #expect(eventually { program.files(in: "quarantine").contains("1.txt") })
  }

  @Test(
    "Across reloads under load each file is stored once, each by one configuration or the other"
  )
  func underLoad() throws {
    let program = try running()
    let count = 1500
    let ours = "rules.d/99-local.toml"
    for number in 1...count {
      try program.drop(article(number), as: "s\(number % 5)/\(number).txt")
    }
    var reloads = 0
    while program.records().count <= count, reloads < 200 {
      if reloads.isMultiple(of: 2) {
        try write(rule, ours, of: program)
      } else {
        try FileManager.default.removeItem(at: program.root.appending(path: "etc/winnow/\(ours)"))
      }
      #expect(reload(program, "reloaded: ") != nil)
      reloads += 1
    }
    #expect(reloads >= 2)
    #expect(eventually { program.files(in: "done").count == count + 1 })
    #expect(program.stop() == 0)
    let records = program.records()
    #expect(Set(records.compactMap { $0["id"] as? String }).count == count + 1)
    #expect(records.count == count + 1)
    let with = Set(records.filter(hasRule).map(digest))
    let without = Set(records.filter { !hasRule($0) }.map(digest))
    #expect(with.count == 1 && without.count == 1 && with != without)
    #expect(try program.run("verify").status == 0)
  }
}
