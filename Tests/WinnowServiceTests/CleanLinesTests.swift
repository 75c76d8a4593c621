import Foundation
import Testing

/// What `clean --jsonl` owes to those who put it into a pipe.
@Suite struct CleanLinesTests {
  /// Lines of very different sizes, each with its number; every seventh is broken.
  private func lines(_ count: Int) -> Data {
    let lines = (0..<count).map { number in
      if number % 7 == 3 { return "{broken \(number)" }
      let text = (0...(number * 37 % 20)).map {
        "Sentence \($0) of document \(number), word by word.\\n"
      }
      return #"{"id":\#(number),"text":"Skip to content\n\#(text.joined())"}"#
    }
    return Data(lines.joined(separator: "\n").utf8)
  }

  @Test("However many workers there are, the same bytes come in the same order")
  func workers() throws {
    let program = try Program()
    let input = lines(40)
    let one = try program.run("clean", "--jsonl", "--trailer", input: input)
    #expect(one.status == 0)
    let answers = one.text.split(separator: "\n")
    #expect(answers.count == 41)
    for (number, answer) in answers.dropLast().enumerated() {
      let mark = number % 7 == 3 ? #""error":{"code":"bad-json""# : #""meta":{"id":\#(number)}"#
      #expect(answer.contains(mark))
    }
    #expect(answers.last == #"{"winnow_end":{"in":40,"out":40,"errors":6}}"#)
    for workers in ["2", "7"] {
      let many = try program.run(
        "clean",
        "--jsonl",
        "--trailer",
        "--workers",
        workers,
        input: input
      )
      #expect(many.output == one.output, "\(workers) workers")
    }
    #expect(try program.run("clean", "--workers", "0").status == 64)
  }

  @Test("Each answer comes before the next line is sent, with many workers too")
  func dialogue() throws {
    let program = try Program(knows: false)
    let process = Process()
    process.executableURL = Program.binary
    process.arguments = ["--root", program.root.path, "clean", "--jsonl", "--workers", "3"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for number in 0..<5 {
      let line = Data("{\"text\":\"line \(number)\"}\n".utf8)
      try input.fileHandleForWriting.write(contentsOf: line)
      let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(answer.contains(#""text":"line \#(number)\n""#))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test("Bytes that make trouble elsewhere are defined")
  func oddBytes() throws {
    let program = try Program(knows: false)
    var input = Data()
    let lines: [(line: [UInt8], answer: String)] = [
      (Array("\u{FEFF}{\"text\":\"after a mark\"}".utf8), #""text":"after a mark\n""#),
      (Array("{\"text\":\"before a return\"}\r".utf8), #""text":"before a return\n""#),
      ([], #"{"v":1,"id":null,"error":{"code":"bad-json","detail":"byte 0: wanted '{'"}}"#),
      (
        Array("{\"id\":\"a\",\"text\":\"b\0c\"}".utf8),
        #"{"v":1,"id":"a","error":{"code":"bad-json""#
      ),
      (Array(#"{"text":"b\u0000c"}"#.utf8), #""bytes":3,"encoding":"utf-8""#),
      (Array(#"{"text":"a\ud800b","id":1}"#.utf8), #""text":"a\#u{FFFD}b\n""#),
      (Array(#"{"text":"\ud83d\ude00 b"}"#.utf8), #""text":"\#u{1F600} b\n""#),
      (
        Array(#"{"text":"a"#.utf8) + [0xFF] + Array(#""}"#.utf8),
        #""detail":"byte 0: wanted UTF-8""#
      ),
      (
        Array(#"{"text":"a"} {"text":"b"}"#.utf8),
        #""detail":"byte 13: wanted the end of the line""#
      ),
      (Array(#"["text"]"#.utf8), #""code":"bad-json""#),
      (Array(#"{"text":null,"id":5}"#.utf8), #"{"v":1,"id":5,"error":{"code":"no-text""#),
      (
        Array(#"{"text":null,"bytes_base64":"/2Ey","n":1}"#.utf8),
        #""encoding":"windows-1252""#
      ),
      (Array(#"{"bytes_base64":"a","id":5}"#.utf8), #"{"v":1,"id":5,"error":{"code":"no-text""#),
      (Array(#"{"text":"a","bytes_base64":"b"}"#.utf8), #""meta":{"bytes_base64":"b"}"#),
      (Array(#"{"body":"a","id":5}"#.utf8), #"{"v":1,"id":5,"error":{"code":"no-text""#),
    ]
    for line in lines { input += Data(line.line + [0x0A]) }
    let outcome = try program.run("clean", "--jsonl", input: input)
    #expect(outcome.status == 0)
    let answers = outcome.text.split(separator: "\n")
    #expect(answers.count == lines.count)
    for (line, answer) in zip(lines, answers) {
      #expect(answer.contains(line.answer), "\(String(decoding: line.line, as: UTF8.self))")
    }
  }

  @Test("A line above 64 MiB is answered with an error, and the line behind it as ever")
  func longLine() throws {
    let program = try Program(knows: false)
    let long =
      Data(#"{"text":""#.utf8) + Data(repeating: 0x78, count: 70 << 20) + Data(#""}"#.utf8)
    let outcome = try program.run(
      "clean",
      "--jsonl",
      input: long + Data("\n{\"text\":\"short\"}\n".utf8)
    )
    #expect(outcome.status == 0)
    let answers = outcome.text.split(separator: "\n")
    let error = #"{"code":"too-long","detail":"wanted a line of at most 67108864 bytes"}"#
    #expect(answers.first == #"{"v":1,"id":null,"error":\#(error)}"#)
    #expect(answers.last?.contains(#""text":"short\n""#) == true && answers.count == 2)
  }

  @Test(
    "A reader who goes away ends it without a word: by SIGPIPE, or with 74 where that is ignored"
  )
  func goneReader() throws {
    let program = try Program(knows: false)
    let file = program.root.appending(path: "lines.jsonl")
    try lines(2000).write(to: file)
    for (prelude, status) in [("", "141"), ("trap '' PIPE; ", "74")] {
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/bash")
      let words =
        #""$0" --root "$1" clean --jsonl "$2" | head -n 1 >/dev/null; echo ${PIPESTATUS[0]}"#
      shell.arguments = ["-c", prelude + words, Program.binary.path, program.root.path, file.path]
      let (stdout, stderr) = (Pipe(), Pipe())
      shell.standardOutput = stdout
      shell.standardError = stderr
      try shell.run()
      let said = stdout.fileHandleForReading.readDataToEndOfFile()
      #expect(String(decoding: said, as: UTF8.self) == status + "\n")
      #expect(stderr.fileHandleForReading.readDataToEndOfFile().isEmpty)
    }
  }

  @Test("A file that can't be read keeps no other from being read, and there is no trailer")
  func missingFile() throws {
    let program = try Program(knows: false)
    let file = program.root.appending(path: "a.jsonl")
    try Data("{\"text\":\"one\"}".utf8).write(to: file)
    let outcome = try program.run("clean", "--jsonl", "--trailer", file.path, "/nowhere", file.path)
    #expect(outcome.status == 74)
    #expect(outcome.errors == "winnow: /nowhere: open: No such file or directory\n")
    let answers = outcome.text.split(separator: "\n")
    #expect(answers.count == 2 && answers.allSatisfy { $0.contains(#""text":"one\n""#) })
  }
}
