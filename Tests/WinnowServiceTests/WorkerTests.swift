import Foundation
import Testing

/// The worker's program, with its own `etc` beside it.
@Suite struct WorkerTests {
  /// Runs it with an empty environment.
  private func run(
    _ arguments: [String],
    input: String = "",
    in program: Program
  ) throws -> (status: Int32, text: String) {
    let worker = program.root.appending(path: "winnow-clean")
    if !FileManager.default.fileExists(atPath: worker.path) {
      try FileManager.default.copyItem(at: Program.built("winnow-clean"), to: worker)
    }
    let process = Process()
    process.executableURL = worker
    process.arguments = arguments
    process.environment = [:]
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  @Test("winnow-clean answers as winnow clean does, with the etc that lies beside it")
  func answers() throws {
    let program = try Program()
    let line = #"{"id":1,"text":"Skip to content\nA headline of some words\n"}"#
    let alone = try run(["--jsonl", "--trailer"], input: line, in: program)
    let command = try program.run("clean", "--jsonl", "--trailer", input: Data(line.utf8))
    #expect(alone.status == 0 && alone.text == command.text)
    #expect(alone.text.contains(#""text":"A headline of some words\n""#))
    let usage = try run(["--json", "--jsonl"], in: program)
    #expect(usage.status == 64)
  }

  @Test("winnow-clean has the options of winnow clean")
  func options() throws {
    let program = try Program()
    let own = try run(["--help"], in: program).text.components(separatedBy: "USAGE:")
    let command = try program.run("clean", "--help").text.components(separatedBy: "USAGE:")
    #expect(own[0] == command[0])
    #expect(own[1].replacing("winnow-clean ", with: "winnow clean ") == command[1])
  }
}
