import Foundation
import Testing

/// Deaths of the real program at chosen steps.
///
/// Nothing for this is in the program itself: the calls of its C library are what is counted.
@Suite(.serialized) struct KillTests {
  /// A step of the state table, and the call that it is.
  struct Step: CustomTestStringConvertible, Sendable {
    let name: String
    let call: String
    var settings = ""
    /// How many of the calls are tried, one after the other.
    var calls = 2
    /// What must be refused for the step to come.
    var refused = ""
    var testDescription: String { name }
  }

  static let steps = [
    Step(name: "claim", call: "rename *inbox*>*claimed*"),
    Step(name: "read", call: "read *claimed*"),
    Step(name: "judge", call: "fallocate *records.jsonl", calls: 1),
    Step(name: "append", call: "write *records.jsonl", calls: 1),
    Step(name: "fdatasync", call: "fdatasync *records.jsonl", calls: 1),
    Step(name: "ledger", call: "pwrite *ledger.sqlite-wal", calls: 6),
    Step(name: "settle", call: "rename *claimed*>*done*"),
    Step(
      name: "reason",
      call: "rename *.winnow-tmp-*>*.reason",
      calls: 1,
      refused: "read *claimed*.txt 1 EIO"
    ),
    Step(
      name: "quarantine",
      call: "rename *claimed*>*quarantine*",
      calls: 1,
      refused: "read *claimed*.txt 1 EIO"
    ),
    Step(name: "delete", call: "unlink *claimed*", settings: "after = \"delete\"\n"),
  ]

  @Test(
    "Killed before and after a step, each document has one record after the next start",
    arguments: steps
  )
  func step(_ step: Step) throws {
    for number in 1...step.calls {
      for action in ["kill", "killed"] {
        let documents = try Documents(settings: step.settings)
        let faults = try Faults(for: documents.program)
        try faults.set("\(step.call) \(number) \(action)", step.refused)
        let outcome = try documents.once(under: faults)
        #expect(outcome.status == SIGKILL, "\(step.name) \(number) \(action) never came")
        #expect(faults.done.last?.hasSuffix(action) == true)
        try documents.expectEachOnce("\(action) at \(faults.done)")
      }
    }
  }

  @Test("A document that ends the program each time is set aside, and all others are stored")
  func poison() throws {
    let documents = try Documents(40)
    let program = documents.program
    let faults = try Faults(for: program)
    try faults.set("read *claimed*/17.txt 1 kill")
    for start in 1...4 {
      let outcome = try documents.once(under: faults)
      #expect(outcome.status == SIGKILL, "start \(start)")
    }
    #expect(try documents.once(under: faults).status == 0)
    #expect(program.files(in: "quarantine") == ["site/17.txt", "site/17.txt.reason"])
    let reason = program.spool("quarantine").appending(path: "site/17.txt.reason")
    #expect(try String(contentsOf: reason, encoding: .utf8).contains("crashed winnow"))
    #expect(program.records().count == 39)
    #expect(!FileManager.default.fileExists(atPath: program.store.appending(path: "suspects").path))
    faults.end()
    try documents.expectEachOnce("after a retry without the fault")
  }

  static let copying = [
    "open *claimed*/.winnow-tmp-*", "write *claimed*/.winnow-tmp-*",
    "fdatasync *claimed*/.winnow-tmp-*", "rename *claimed*/.winnow-tmp-*>*claimed*",
    "fsync *claimed*", "unlink *inbox*",
  ]

  @Test(
    "Killed at any step of copying from another file system, no document is lost or stored twice",
    .enabled(if: access("/dev/shm", W_OK) == 0, "there is no second file system to write to"),
    arguments: copying
  )
  func copy(_ call: String) throws {
    for action in ["kill", "killed"] {
      let elsewhere = URL(filePath: "/dev/shm/winnow-inbox-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: elsewhere) }
      let documents = try Documents(
        settings: "inbox = \"\(elsewhere.path)\"\n",
        inbox: elsewhere
      )
      let faults = try Faults(for: documents.program)
      try faults.set("\(call) 2 \(action)")
      #expect(try documents.once(under: faults).status == SIGKILL, "\(call) \(action) never came")
      try documents.expectEachOnce("\(action) at \(faults.done)")
    }
  }

  @Test(
    "Killed at any call at all, no document is lost or stored twice",
    .enabled(if: ProcessInfo.processInfo.environment["WINNOW_FAULTS_ALL"] != nil),
    arguments: ["kill", "killed"]
  )
  func anywhere(_ action: String) throws {
    var deaths = 0
    for number in 1... {
      let documents = try Documents()
      let faults = try Faults(for: documents.program)
      try faults.set("* *\(documents.program.root.lastPathComponent)/var/* \(number) \(action)")
      let status = try documents.once(under: faults).status
      if status == 0 { break }
      #expect(status == SIGKILL)
      deaths += 1
      try documents.expectEachOnce("\(action) at \(faults.done)")
    }
    print("\(action): each of \(deaths) calls was the last of a process; nothing lost or twice")
    #expect(deaths > 50)
  }
}
