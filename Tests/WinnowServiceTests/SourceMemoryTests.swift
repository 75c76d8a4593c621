import Foundation
import Testing

/// What the real program learns of a source, and what it does with it.
@Suite struct SourceMemoryTests {
  private let words = [
    "council", "bridge", "winter", "harvest", "museum", "railway", "library", "harbour", "school",
    "festival", "theatre", "factory",
  ]

  /// Pages of one source: different articles with the same lines around them, which no rule knows.
  private func drop(_ numbers: Range<Int>, to program: Program) throws {
    for number in numbers {
      let word = words[number % words.count]
      let page = """
        Voices from the valley
        The \(word) has news number \(number)

        People of the valley heard on day \(number) that the \(word) will be open again in spring.
        The mayor said that the \(word) had cost less than anybody in the valley thought it would.

        The \(word), she added, is for everybody who lives here, and for those who come to visit us.
        Written by hand with care in the valley

        """
      try program.drop(page, as: "valley/\(String(format: "%02d", number)).txt")
    }
  }

  /// Records without what tells of their receipt.
  private func records(_ program: Program) -> [NSDictionary] {
    program.records().map { record in
      record.filter { $0.key != "received" && $0.key != "crc" } as NSDictionary
    }
  }

  private func text(_ record: NSDictionary) -> String { record["text"] as? String ?? "" }

  @Test("Lines of the template go from the fourth page on, and the record says why")
  func learns() throws {
    let program = try Program()
    try drop(0..<8, to: program)
    #expect(try program.run("once").status == 0)
    let found = records(program)
    #expect(found.map { $0["path"] as? String } == (0..<8).map { "valley/0\($0).txt" })
    #expect(text(found[0]).contains("Written by hand"))
    #expect(!text(found[7]).contains("Written by hand"))
    #expect(text(found[7]).contains("everybody who lives here"))
    let rules = (found[7]["edits"] as? [[String: Any]])?.compactMap { $0["rule"] as? String } ?? []
    #expect(rules.contains("source.template: in 7 of 7 documents"))
    let learned = try program.run("rules", "learned", "valley").text
    #expect(learned.contains("8\tWritten by hand with care in the valley\n"))
    #expect(try program.run("verify").status == 0)
  }

  @Test("The records are the same with one worker and with many")
  func workers() throws {
    let programs = try [1, 2, 7].map { try Program(settings: "workers = \($0)\n") }
    for program in programs {
      try drop(0..<40, to: program)
      #expect(try program.run("once").status == 0)
    }
    #expect(records(programs[0]).count == 40)
    #expect(records(programs[1]) == records(programs[0]))
    #expect(records(programs[2]) == records(programs[0]))
  }

  @Test("A lost ledger, or a kill, changes nothing of what is remembered")
  func rebuilt() throws {
    let programs = try (0..<3).map { _ in try Program() }
    for (number, program) in programs.enumerated() {
      try drop(0..<9, to: program)
      if number == 1 {
        try program.start()
        #expect(eventually { program.files(in: "done").count == 9 })
        program.stop(SIGKILL)
      } else {
        #expect(try program.run("once").status == 0)
      }
      if number == 2 {
        try FileManager.default.removeItem(at: program.store.appending(path: "ledger.sqlite"))
      }
      try drop(9..<20, to: program)
      #expect(try program.run("once").status == 0)
    }
    let paths = { (program: Program) in
      self.records(program).sorted { "\($0["path"] ?? "")" < "\($1["path"] ?? "")" }
    }
    #expect(paths(programs[2]) == paths(programs[0]))
    let learned = try programs.map { try $0.run("rules", "learned", "valley", "--json").text }
    #expect(
      learned[0].contains(#"{"line":"Written by hand with care in the valley","documents":20}"#)
    )
    #expect(learned[1] == learned[0])
    #expect(learned[2] == learned[0])
  }

  @Test("A source is forgotten, for good")
  func forgets() throws {
    let program = try Program()
    try drop(0..<8, to: program)
    #expect(try program.run("once").status == 0)
    #expect(try program.run("rules", "forget", "valley").status == 0)
    #expect(try program.run("verify", "--repair").status == 0)
    #expect(try program.run("rules", "learned").text == "")
    try drop(8..<9, to: program)
    #expect(try program.run("once").status == 0)
    #expect(records(program).last.map(text)?.contains("Written by hand") == true)
    #expect(try program.run("rules", "learned", "elsewhere").status == 65)
  }

  @Test("The same file twice counts once")
  func duplicates() throws {
    let program = try Program()
    let page = "Written by hand with care in the valley\nSome words of one page\n"
    for copy in 0..<5 { try program.drop(page, as: "valley/\(copy).txt") }
    #expect(try program.run("once").status == 0)
    #expect(records(program).count == 1)
    #expect(try program.run("rules", "learned").text == "valley\t0 lines, from 1 documents\n")
  }
}
