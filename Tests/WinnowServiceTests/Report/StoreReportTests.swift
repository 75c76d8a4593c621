import Foundation
import Testing
import WinnowIO
import WinnowPipeline
import WinnowRecord
import WinnowText

@testable import WinnowService
@testable import WinnowStore

/// `winnow report`.
@Suite struct StoreReportTests {
  private let article = """
    Skip to content
    Bridge over the river opens

    The new bridge over the river was opened on Monday after two years of work, the mayor said.

    Aleksandr Lukashenka sent his greetings, and asked what it had cost to build it in so short a time.

    See also: Harbour closed for the winter

    It is open to walkers and cyclists from today, and to buses from the first of next month on.

    """

  /// The lines of records, one for each source and moment of receipt.
  private func lines(_ receipts: [(source: String, received: String)]) throws -> [[UInt8]] {
    let program = try Program()
    let pipeline = Pipeline(try Configuration(root: Root(program.root.path), settingsFile: nil))
    return receipts.enumerated().map { number, receipt in
      let bytes = Array("\(article)It was the opening number \(number).\n".utf8)
      return pipeline.record(
        of: pipeline.clean(Document(bytes)),
        bytes: bytes.count,
        id: DocumentID(of: bytes),
        path: "\(receipt.source)\(number).txt",
        received: receipt.received
      ).line()
    }
  }

  private func write(_ lines: [[UInt8]], as name: String, to program: Program) throws {
    try FileManager.default.createDirectory(at: program.store, withIntermediateDirectories: true)
    var bytes: [UInt8] = []
    for line in lines { bytes += line + [0x0A] }
    try Data(bytes).write(to: program.store.appending(path: name))
  }

  private func report(_ program: Program, _ arguments: String...) throws -> PageReader {
    let outcome = try program.run(["report"] + arguments)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let reader = PageReader(outcome.output)
    #expect(reader.fault == nil)
    #expect(reader.dangers == [])
    return reader
  }

  private func expect(_ page: PageReader, _ sentence: String) {
    #expect(page.text.contains(sentence), "\(sentence) is not in \(page.text)")
  }

  @Test("Closed, compressed and active segments are counted, and what is torn or bad is told")
  func segments() throws {
    let program = try Program()
    let days = [
      ("a/", "2026-11-01"), ("a/", "2026-11-02"), ("b/", "2026-11-02"), ("", "2026-11-04"),
    ]
    let all = try lines(days.map { ($0, "\($1)T10:00:00.000Z") })
    try write([all[0]], as: "records-000001.jsonl", to: program)
    let directory = try Directory(at: Path(program.store.path))
    _ = try SegmentPacker.pack(
      "records-000001.jsonl",
      into: "records-000001.jsonl.zst",
      in: directory,
      unless: Guarded(false)
    )
    try directory.remove("records-000001.jsonl")
    try write([all[1]], as: "records-000002.jsonl", to: program)
    try write([all[2], Array("no record".utf8), all[3]], as: "records.jsonl", to: program)
    let active = try FileHandle(forUpdating: program.store.appending(path: "records.jsonl"))
    try active.seekToEnd()
    try active.write(contentsOf: Data(all[0].prefix(99)))
    let page = try report(program)
    expect(page, "Documents4")
    expect(page, "2026-11-01 to 2026-11-04")
    expect(page, "Documents every day, at most 24")
    expect(page, "Alexander LukashenkoAleksandr Lukashenka 4")
    expect(page, "en.skip")
    expect(page, "1 line or segment is damaged and not counted")
    expect(page, "records.jsonl: byte \(all[2].count + 1): the CRC is missing or does not hold")
    expect(page, "99 bytes without a newline: torn, or being written")
    expect(page, "No file was set aside.")
    let part = try report(program, "--since", "2026-11-02", "--until", "2026-11-03")
    expect(part, "Documents2")
    expect(part, "Asked for: from 2026-11-02 until 2026-11-03")
  }

  @Test("A compressed segment that is cut off is told of, and the rest is counted")
  func damagedSegment() throws {
    let program = try Program()
    let all = try lines([("a/", "2026-11-01T10:00:00.000Z"), ("b/", "2026-11-02T10:00:00.000Z")])
    try write([all[0]], as: "records-000001.jsonl.zst", to: program)
    try write([all[1]], as: "records.jsonl", to: program)
    let page = try report(program)
    expect(page, "Documents1")
    expect(page, "1 line or segment is damaged")
    expect(page, "records-000001.jsonl.zst")
  }

  @Test("An empty store gives a page that says so")
  func empty() throws {
    let program = try Program()
    try write([], as: "records.jsonl", to: program)
    let page = try report(program)
    expect(page, "No records")
    expect(page, "Documents0")
    #expect(page.elements["svg"] == nil)
  }

  @Test("Names of folders and reasons of the quarantine are shown, whatever is in them")
  func hostileNames() throws {
    let program = try Program(settings: "max_bytes = \"4KiB\"\n")
    let hostile = "<script>alert(1)<&\"'\u{202E}"
    try program.drop(article, as: "\(hostile)/a.txt")
    try program.drop(String(repeating: "x", count: 5000), as: "\(hostile)/large.txt")
    // A folder whose name is not UTF-8.
    let folder = Array(program.inbox.path.utf8) + [0x2F, 0x3C, 0xFF, 0xFE]
    _ = try Directory(making: Path(bytes: folder))
    try Directory(at: Path(bytes: folder)).replace("b.txt", with: Array("b\n".utf8), durable: false)
    #expect(try program.run("once").status == 0)
    let reason = try #require(program.files(in: "quarantine").first { $0.hasSuffix(".reason") })
    let page = try report(program)
    expect(page, "<script>alert(1)<&\"'⟨U+202E⟩")
    expect(page, "<\u{FFFD}\u{FFFD}")
    expect(page, "too large")
    let file = program.spool("quarantine").appending(path: reason)
    try Data(#"{"reason":"</style><b>","when":"2026-11-28T10:00:00.000Z"}"#.utf8).write(to: file)
    expect(try report(program), "</style><b>")
  }

  @Test("A time that is none, or an end before its start, is wrong usage")
  func wrongTimes() throws {
    let program = try Program()
    for arguments in [["--since", "monday"], ["--since", "2026-11-03", "--until", "2026-11-01"]] {
      let outcome = try program.run(["report"] + arguments)
      #expect(outcome.status == 64 && outcome.output.isEmpty)
      #expect(outcome.errors.contains("want a day such as 2026-11-28"))
    }
  }

  @Test(
    "Whatever number of sources, rules and names there is, what is counted stays within its bounds"
  )
  func bounded() throws {
    var totals = StoreTotals()
    for number in 0..<20_000 {
      let line = """
        {"path":"source \(number)/a.txt","bytes":5,"language":"x\(number)","text":"текст",\
        "edits":[{"at":[0,0],"was":"line","rule":"rule.\(number)"}],\
        "names":[{"surface":"Name \(number)","name":null,"entity":"doc:\(number)","action":"keep"},\
        {"surface":"Form \(number)","name":"One","entity":"one","action":"rewrite"}]}
        """
      let day = Moment("\(1000 + number % 8000)-05-05")
      totals.add(try RecordOutline(Array(line.utf8)[...]), received: day)
    }
    #expect(totals.documents == 20_000 && totals.mentions == 40_000 && totals.rewritten == 20_000)
    #expect(totals.removals.scalars == 9 * 20_000 && totals.removals.rules.total == 4 * 20_000)
    #expect(totals.sources.tallies.count <= 1000 && totals.removals.rules.tallies.count <= 5000)
    #expect(totals.names.tallies.count <= 10_000 && totals.languages.tallies.count <= 500)
    #expect(totals.sources.tallies.values.allSatisfy { $0.days.counts.count <= 186 })
    #expect(totals.names.largest(1).rows.first?.tally.weight == 20_000)
    #expect(totals.names.largest(1).rows.first?.tally.spellings.tallies.count ?? 99 <= 24)
    #expect(totals.days.counts.values.reduce(0, +) == 20_000)
  }
}
