import Foundation
import Testing

/// `winnow tail`, through the program.
@Suite struct TailTests {
  /// A `winnow tail -f` whose output goes to a file.
  private final class Following {
    let process = Process()
    private let file: URL

    init(_ program: Program, _ arguments: String...) throws {
      file = program.root.appending(path: "tail-\(UUID().uuidString)")
      try Data().write(to: file)
      process.executableURL = Program.binary
      process.arguments = ["--root", program.root.path, "tail", "-f"] + arguments
      process.standardOutput = try FileHandle(forWritingTo: file)
      try process.run()
    }

    deinit { kill(process.processIdentifier, SIGKILL) }

    var output: Data { (try? Data(contentsOf: file)) ?? Data() }
    var lines: Int { output.count { $0 == 0x0A } }
  }

  private func text(_ number: Int, times: Int = 1) -> String {
    "Story \(number)\n"
      + String(repeating: "The mayor opened bridge \(number) today.\n", count: times)
  }

  private func segments(_ program: Program) throws -> [URL] {
    let files = try FileManager.default.contentsOfDirectory(
      at: program.store,
      includingPropertiesForKeys: nil
    )
    // The active one, records.jsonl, comes after records-000001.jsonl, as a dot does after a dash.
    return files.filter { $0.lastPathComponent.hasPrefix("records") }.sorted { $0.path < $1.path }
  }

  @Test("-f prints each record once and in order, through rotation; compression changes nothing")
  func follows() throws {
    let program = try Program(settings: "segment_bytes = \"64KiB\"\n")
    try program.start()
    #expect(eventually { FileManager.default.fileExists(atPath: program.store.path) })
    let following = try Following(program)
    for number in 0..<40 { try program.drop(text(number, times: 80), as: "\(number).txt") }
    #expect(eventually(within: 60) { following.lines == 40 })
    // A segment is at least ten seconds old when it is closed.
    sleep(11)
    for number in 40..<45 { try program.drop(text(number), as: "\(number).txt") }
    #expect(eventually { following.lines == 45 })
    #expect(eventually { (try? segments(program).count > 1) == true })
    try program.drop(text(45), as: "45.txt")
    #expect(eventually { following.lines == 46 })
    #expect(program.stop() == 0)
    let all = try segments(program).map { try Data(contentsOf: $0) }.reduce(Data(), +)
    #expect(following.output == all)
    kill(following.process.processIdentifier, SIGTERM)
    following.process.waitUntilExit()
    #expect(following.process.terminationReason == .exit)
    #expect(following.process.terminationStatus == 0)

    let settings = program.root.appending(path: "etc/winnow/winnow.toml")
    try Data("compress = \"zstd\"\n".utf8).write(to: settings)
    try program.start()
    #expect(
      eventually {
        (try? segments(program).dropLast().allSatisfy { $0.pathExtension == "zst" }) == true
      }
    )
    #expect(program.stop() == 0)
    #expect(try program.run("tail").output == all)
  }

  @Test("--after goes on behind a record, --since with what was received then")
  func starts() throws {
    let program = try Program()
    for number in 0..<5 { try program.drop(text(number), as: "\(number).txt") }
    _ = try program.run("once")
    let lines = try Data(contentsOf: segments(program)[0]).split(separator: 0x0A)
    let ids = program.records().compactMap { $0["id"] as? String }
    let received = program.records().compactMap { $0["received"] as? String }
    func tail(_ arguments: String...) throws -> [Data] {
      try program.run(["tail"] + arguments).output.split(separator: 0x0A)
    }
    #expect(try tail() == lines)
    #expect(try tail("--after", ids[2]) == Array(lines[3...]))
    #expect(try tail("--after", String(ids[4].dropFirst(7))) == [])
    #expect(try tail("--since", "1h") == lines)
    #expect(try tail("--since", "2200-01-01") == [])
    let later = zip(lines, received).filter { $1 >= received[3] }.map(\.0)
    #expect(try tail("--since", received[3]) == later)
    #expect(later.contains(lines[3]))
    let unknown = try program.run("tail", "--after", String(repeating: "0", count: 64))
    #expect(unknown.status == 65 && unknown.errors.hasSuffix(": the store has no such record\n"))
    let wrong = try program.run("tail", "--since", "yesterday")
    #expect(wrong.status == 65)
    #expect(wrong.errors.hasPrefix("winnow: yesterday: wanted a time such as 2026-"))
  }

  @Test("-f ends when its reader has gone, though nothing comes", arguments: [false, true])
  func readerGone(ignoringTheSignal: Bool) throws {
    let program = try Program()
    try program.drop(text(1), as: "1.txt")
    _ = try program.run("once")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    // As under systemd, or not.
    let prelude = ignoringTheSignal ? "trap '' PIPE; " : ""
    process.arguments = [
      "-c", prelude + #"exec "$0" --root "$1" tail -f"#, Program.binary.path, program.root.path,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    try output.fileHandleForWriting.close()
    #expect(!output.fileHandleForReading.availableData.isEmpty)
    #expect(process.isRunning)
    try output.fileHandleForReading.close()
    #expect(eventually { !process.isRunning })
    process.waitUntilExit()
    #expect(process.terminationReason == (ignoringTheSignal ? .exit : .uncaughtSignal))
    #expect(process.terminationStatus == (ignoringTheSignal ? 74 : SIGPIPE))
  }

  @Test("SIGTERM ends -f even where nobody reads what it has to say")
  func stuckReader() throws {
    let program = try Program()
    try program.drop(text(1, times: 2000), as: "1.txt")
    _ = try program.run("once")
    let process = Process()
    process.executableURL = Program.binary
    process.arguments = ["--root", program.root.path, "tail", "-f"]
    // A pipe holds 64 KiB, which is less than the record.
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    defer { kill(process.processIdentifier, SIGKILL) }
    var ready = pollfd(
      fd: output.fileHandleForReading.fileDescriptor,
      events: Int16(POLLIN),
      revents: 0
    )
    #expect(poll(&ready, 1, 20_000) == 1)
    kill(process.processIdentifier, SIGTERM)
    try #require(eventually { !process.isRunning })
    #expect(process.terminationStatus == 128 + SIGTERM)
  }
}
