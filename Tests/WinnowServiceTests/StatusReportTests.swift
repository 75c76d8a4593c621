import Testing
import WinnowIO
import WinnowPipeline
import WinnowQueue
import WinnowStore

@testable import WinnowService
@testable import winnow

/// What `winnow status` prints, for facts that are given.
@Suite struct StatusReportTests {
  private static let now: Int64 = 1_800_000_000_000_000_000
  private static let holder = StoreLock.Holder(pid: 42, description: "process 42 (winnow)")

  private static let well = #"""
    {"pid":42,"version":"9.8.7","started":"2027-01-15T07:00:00.000Z",\#
    "when":"2027-01-15T07:59:59.000Z","stored":120,"duplicates":3,"quarantined":2,"put_off":1,\#
    "rate":45.21,"in_flight":8,"delayed":0,"ignored":0,"rules":"0123456789ab","troubles":[],\#
    "errors":[{"when":"2027-01-15T07:10:00.000Z","what":"a \"b\".txt: quarantined: too large"}]}
    """#

  private func report(
    _ said: String? = nil,
    holder: StoreLock.Holder? = nil,
    census: Census = Census(),
    secondsAgo: Int64 = 1
  ) -> StatusReport {
    StatusReport(
      census: census,
      records: 130,
      bytesLeft: 73 << 30,
      said: said.flatMap {
        DaemonSaid(Array($0.utf8), written: Self.now - secondsAgo * 1_000_000_000)
      },
      holder: holder,
      now: Self.now
    )
  }

  private func page(_ report: StatusReport) -> String {
    StatusPage(report).text
  }

  private var busy: Census {
    var census = Census()
    census.waiting = .init(12)
    census.oldest = Self.now - 125_000_000_000
    census.isOldestKnown = false
    census.claimed = .init(8)
    census.done = .init(400_000, ended: "counting took too long")
    census.quarantined = .init(0, ended: "/x/quarantine: open: Permission denied")
    return census
  }

  @Test("A running daemon is told with all its facts")
  func running() {
    let report = report(Self.well, holder: Self.holder, census: busy)
    #expect(report.health == .well)
    #expect(
      page(report) == """
        winnow is running well: process 42 (winnow)
        waiting      12, the oldest for at least 2 min 5 s
        claimed      8
        done         more than 400000 (counting took too long); 130 records in the store
        quarantined  not known (/x/quarantine: open: Permission denied)
        rate         45.21 documents a second, over the last minute
        since        2027-01-15T07:00:00.000Z: 120 stored, 3 duplicates, 2 quarantined, 1 put off
        version      9.8.7, rules 0123456789ab
        disk left    73 GiB
        error        2027-01-15T07:10:00.000Z a "b".txt: quarantined: too large
        """
    )
  }

  @Test("The same facts as one line of JSON")
  func json() {
    let report = report(Self.well, holder: Self.holder, census: busy)
    #expect(
      report.json == #"""
        {"health":"well","version":"\#(Version.text)","waiting":12,"oldest_seconds":125,"claimed":8,\#
        "quarantined":0,"done":400000,"more_than":["quarantined","done","oldest_seconds"],"records":130,\#
        "disk_left":78383153152,"troubles":[],"daemon":
        """#.replacing("\\\n", with: "") + Self.well + "}"
    )
  }

  @Test("Nothing runs: what lies there is counted all the same")
  func stopped() {
    let report = report()
    #expect(report.health == .stopped)
    #expect(
      page(report) == """
        winnow is not running
        waiting      0
        claimed      0
        done         0; 130 records in the store
        quarantined  0
        version      \(Version.text)
        disk left    73 GiB
        """
    )
    #expect(report.json.hasSuffix(#""troubles":[],"daemon":null}"#))
  }

  @Test("A daemon that was killed has left its last errors")
  func killed() {
    let page = page(report(Self.well, secondsAgo: 5000))
    #expect(
      page.hasPrefix(
        "winnow is not running: it ended without a word, and last wrote 2027-01-15T07:59:59.000Z\n"
      )
    )
    #expect(page.hasSuffix(#"a "b".txt: quarantined: too large"#) && !page.contains("rate"))
  }

  @Test("Troubles make it degraded, and so does silence")
  func degraded() {
    let said = Self.well.replacing(
      #""troubles":[]"#,
      with: #""troubles":["the inbox is missing","the store waits: disk full"]"#
    )
    let troubled = report(said, holder: Self.holder)
    #expect(troubled.health == .degraded)
    #expect(page(troubled).hasPrefix("winnow is running, with trouble: process 42 (winnow)\n"))
    #expect(
      page(troubled).contains("\ntrouble      the inbox is missing\ntrouble      the store waits")
    )
    let silent = report(Self.well, holder: Self.holder, secondsAgo: 3700)
    #expect(silent.health == .degraded)
    #expect(page(silent).contains("\ntrouble      it has said nothing for 1 h 1 min"))
  }

  @Test("What a dead daemon left is not taken for the word of another process")
  func another() {
    let once = StoreLock.Holder(pid: 43, description: "process 43 (winnow)")
    let report = report(Self.well, holder: once, secondsAgo: 5000)
    #expect(report.health == .degraded && report.json.hasSuffix(#""daemon":null}"#))
    #expect(page(report).contains("\ntrouble      it has not said how it is"))
  }

  @Test("A command that says nothing of itself is no trouble")
  func brief() {
    let holder = StoreLock.Holder(pid: 43, purpose: .importing, description: "process 43 (import)")
    let report = report(Self.well, holder: holder, secondsAgo: 5000)
    #expect(report.health == .well)
    #expect(page(report).hasPrefix("winnow is running well: process 43 (import)\n"))
  }

  @Test("No line is longer than a narrow terminal, and no word is lost", arguments: [20, 40, 80])
  func narrow(width: Int) {
    let report = report(Self.well, holder: Self.holder, census: busy)
    let lines = StatusPage(report).lines(width: width)
    #expect(lines.allSatisfy { $0.count <= width }, "\(lines)")
    let letters: (String) -> [Character] = { $0.filter { !$0.isWhitespace }.map(\.self) }
    #expect(letters(lines.joined()) == letters(page(report)))
  }

  @Test(arguments: [
    (0, "0 s"), (59, "59 s"), (60, "1 min"), (125, "2 min 5 s"), (7800, "2 h 10 min"),
    (273_599, "3 d 3 h"),
  ])
  func ages(seconds: Int, text: String) { #expect(Age.text(seconds) == text) }
}
