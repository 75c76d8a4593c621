import Foundation
import Testing

/// Compressed files and WET files, as `clean` and others take them.
@Suite struct PackedInputTests {
  private let article =
    "Skip to content\nBridge over the river opens\nThe bridge was opened on Monday.\n"

  /// One gzip member, made by gzip itself.
  private func gzip(_ bytes: Data) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/gzip")
    process.arguments = ["-nc"]
    let file = FileManager.default.temporaryDirectory.appending(path: "winnow-test-\(UUID())")
    try bytes.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let stdout = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = stdout
    try process.run()
    defer { process.waitUntilExit() }
    return stdout.fileHandleForReading.readDataToEndOfFile()
  }

  private func record(_ type: String, _ number: Int, _ body: Data) -> Data {
    let header = [
      "WARC/1.0", "WARC-Type: \(type)", "WARC-Target-URI: https://example.org/\(number)",
      "WARC-Date: 2026-01-02T03:04:0\(number)Z", "WARC-Record-ID: <urn:uuid:\(number)>",
      "Content-Type: text/plain", "Content-Length: \(body.count)", "", "",
    ]
    return Data(header.joined(separator: "\r\n").utf8) + body + Data("\r\n\r\n".utf8)
  }

  /// A WET file as Common Crawl makes it: the member about the file itself, then one for each page.
  private func wet(_ pages: [String]) throws -> [Data] {
    try [gzip(record("warcinfo", 0, Data("isPartOf: a test\r\n".utf8)))]
      + pages.enumerated().map {
        try gzip(record("conversion", $0.offset + 1, Data($0.element.utf8)))
      }
  }

  @Test("A packed file is cleaned as what is in it, whatever its name, in each mode")
  func gzipped() throws {
    let program = try Program()
    let packed = try gzip(Data(article.utf8.prefix(30))) + gzip(Data(article.utf8.dropFirst(30)))
    for mode in [[], ["--json"]] {
      let plain = try program.run(["clean"] + mode, input: Data(article.utf8))
      #expect(try program.run(["clean"] + mode, input: packed).output == plain.output)
    }
    let line = Data(#"{"text":"one"}"#.utf8)
    let lines = try program.run("clean", "--jsonl", input: try gzip(line))
    #expect(lines.status == 0)
    #expect(lines.output == (try program.run("clean", "--jsonl", input: line)).output)
    let record = try program.run("clean", "--json", input: packed).output
    #expect(try program.run("restore", input: try gzip(record)).text == article)
  }

  @Test("Each page of a WET file is a document, and its record says where it came from")
  func pages() throws {
    let program = try Program()
    let file = program.root.appending(path: "pages")
    let second = article.replacing("Monday", with: "Friday")
    try wet([article, second]).reduce(Data(), +).write(to: file)
    for mode in ["--json", "--jsonl"] {
      let outcome = try program.run("clean", mode, "--workers", "2", file.path)
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      let records = outcome.text.split(separator: "\n")
      #expect(records.count == 2)
      #expect(records[1].contains(#""path":null,"received":null"#))
      let meta = [
        #"{"url":"https://example.org/2","date":"2026-01-02T03:04:02Z","#,
        #""record_id":"<urn:uuid:2>"}"#,
      ]
      #expect(records[1].contains(#""meta":"# + meta.joined()))
      #expect(try program.run("restore", input: outcome.output).text == article + second)
      _ = try program.run("import", "-", input: outcome.output)
    }
    #expect(program.records().count == 2)
    let plain = try program.run("clean", file.path)
    let texts = try [article, second].map { try program.run("clean", input: Data($0.utf8)).text }
    #expect(plain.text == texts.joined())
  }

  @Test("A WET file that is cut off or damaged gives what came before, and is told of in one line")
  func damaged() throws {
    let program = try Program(knows: false)
    let members = try wet(["one\n", "two\n"])
    let wrong = try gzip(
      record("conversion", 3, Data("three".utf8)).replacing(
        Data("Content-Length: 5".utf8),
        with: Data("Content-Length: 4".utf8)
      )
    )
    let cases: [(Data, String)] = [
      (members[0] + members[1] + members[2].dropLast(60), "ends in the middle of a gzip member"),
      (members[0] + members[1] + wrong, "its Content-Length is wrong"),
      (members[0] + members[1] + Data("junk".utf8), "gzip: incorrect header check"),
      (members[0] + members[1] + (try gzip(Data("junk".utf8))), "wanted a WARC record, or the end"),
    ]
    for (bytes, reason) in cases {
      let file = program.root.appending(path: "a.wet.gz")
      try bytes.write(to: file)
      let outcome = try program.run("clean", "--jsonl", "--trailer", file.path)
      #expect(outcome.status == 65, "\(reason)")
      #expect(outcome.errors.hasPrefix("winnow: \(file.path): byte "))
      #expect(outcome.errors.contains(reason) && outcome.errors.split(separator: "\n").count == 1)
      #expect(outcome.text.split(separator: "\n").count == 1)
      #expect(outcome.text.contains(#""text":"one\n""#))
    }
  }

  @Test("A small file that unpacks to a large one is refused, not held")
  func bomb() throws {
    let program = try Program(knows: false)
    let bomb = program.root.appending(path: "bomb")
    try gzip(Data(repeating: 0x78, count: 80 << 20)).write(to: bomb)
    let outcome = try program.run("clean", bomb.path)
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    #expect(
      outcome.errors == "winnow: \(bomb.path): wanted a document of at most 67108864 bytes\n"
    )
    let line = try program.run("clean", "--jsonl", bomb.path)
    #expect(line.status == 0 && line.text.contains(#""code":"too-long""#))
  }
}
