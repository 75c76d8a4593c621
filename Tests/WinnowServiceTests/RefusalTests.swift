import Foundation
import Testing

/// What the kernel refuses the real daemon for a while, call by call.
@Suite(.serialized) struct RefusalTests {
  private static let quick = "scan_interval = \"1s\"\n"

  /// The rest of them are for `make faults`.
  static let refusals =
    [
      "write *records.jsonl 1+ ENOSPC", "write *records.jsonl 1+ EIO",
      "fdatasync *records.jsonl 1+ EIO", "fsync *lib/winnow 1+ EIO",
      "pwrite *ledger.sqlite* 1+ ENOSPC", "rename *inbox*>*claimed* 1+ EROFS",
      "mkdir *claimed/site 1+ ENOSPC", "read *claimed* 1+ EIO", "rename *claimed*>*done* 1+ ENOSPC",
    ] + (isThorough ? more : [])
  private static let isThorough =
    ProcessInfo.processInfo.environment["WINNOW_FAULTS_ALL"] != nil
  private static let more = [
    "write *records.jsonl 1+ EROFS", "fallocate *records.jsonl 1+ ENOSPC",
    "fdatasync *records.jsonl 1+ ENOSPC", "open *records.jsonl 1+ EROFS",
    "open *records.jsonl 1+ EMFILE", "pwrite *ledger.sqlite* 1+ EIO",
    "open *ledger.sqlite* 1+ EMFILE", "rename *inbox*>*claimed* 1+ ENOSPC",
    "rename *inbox*>*claimed* 1+ EIO", "rename *claimed*>*done* 1+ EROFS",
    "mkdir *done/site 1+ ENOSPC",
  ]

  @Test(
    "What is refused for a while is waited for, and nothing is lost or twice",
    arguments: refusals
  )
  func forAWhile(_ rule: String) throws {
    let documents = try Documents(settings: Self.quick)
    let faults = try Faults(for: documents.program)
    try faults.set(rule)
    let process = try documents.program.start(under: faults.launcher)
    #expect(eventually { !faults.done.isEmpty }, "\(rule) never came")
    usleep(1_500_000)
    #expect(process.isRunning, "\(rule) ended the daemon")
    #expect(try documents.areStored(documents.program.files(in: "done")), "\(rule)")
    faults.end()
    #expect(
      eventually(within: 30) {
        let program = documents.program
        return program.files(in: "done").count + program.files(in: "quarantine").count / 2 == 4
      },
      "\(rule): \(documents.program.files(in: "claimed"))"
    )
    #expect(documents.program.stop() == 0)
    try documents.expectEachOnce(rule)
  }

  @Test(
    "What is refused under a running daemon is waited for, and nothing is lost or twice",
    arguments: [
      "open */inbox* 1+ EMFILE", "open */claimed* 1+ EMFILE", "* */winnow/* 1+ ENOSPC",
      "* */winnow/* 1+ EROFS", "* */winnow/* 1+ EMFILE",
    ]
  )
  func underWay(_ rule: String) throws {
    let documents = try Documents(0, settings: Self.quick)
    let program = documents.program
    let faults = try Faults(for: program)
    let process = try program.start(under: faults.launcher)
    #expect(eventually { (try? program.run("status").status) == 0 })
    try faults.set(rule)
    for number in 0..<4 { try program.drop(Article.text(number), as: "site/\(number).txt") }
    #expect(eventually { !faults.done.isEmpty }, "\(rule) never came")
    usleep(1_500_000)
    #expect(process.isRunning, "\(rule) ended the daemon")
    faults.end()
    #expect(eventually(within: 30) { program.files(in: "done").count == 4 }, "\(rule)")
    #expect(program.stop() == 0)
    try Documents(4, in: program).expectEachOnce(rule)
  }

  @Test(
    "A file is not taken out of an inbox elsewhere before the disk has its copy and what leads to it",
    .enabled(if: access("/dev/shm", W_OK) == 0, "there is no second file system to write to"),
    arguments: ["fsync */claimed", "fsync */claimed/site", "fdatasync *.winnow-tmp-*"]
  )
  func copied(_ call: String) throws {
    let elsewhere = URL(filePath: "/dev/shm/winnow-inbox-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: elsewhere) }
    let documents = try Documents(settings: "inbox = \"\(elsewhere.path)\"\n", inbox: elsewhere)
    let faults = try Faults(for: documents.program)
    try faults.set("\(call) 1+ EIO")
    _ = try documents.once(under: faults)
    #expect(!faults.done.isEmpty, "\(call) never came")
    let left = try FileManager.default.contentsOfDirectory(atPath: elsewhere.path + "/site")
    #expect(left.count == 4)
    try documents.expectEachOnce(call)
  }

  @Test("A sync that failed is never asked for again of the same file")
  func sync() throws {
    let documents = try Documents()
    let faults = try Faults(for: documents.program)
    try faults.set("fdatasync *records.jsonl 1 EIO")
    #expect(try documents.once(under: faults).status == 0)
    #expect(faults.done.count == 1)
    try documents.expectEachOnce("fdatasync failed")
  }

  /// A daemon that starts while `claimed` can't be read, or not listed, with a file in it.
  private func starting(_ rule: String) throws -> (Program, Faults) {
    let program = try Program(settings: Self.quick, knows: false)
    let claimed = program.spool("claimed").appending(path: "site")
    try FileManager.default.createDirectory(at: claimed, withIntermediateDirectories: true)
    try Data(Article.text(0).utf8).write(to: claimed.appending(path: "0.txt"))
    let faults = try Faults(for: program)
    try faults.set(rule)
    try program.start(under: faults.launcher)
    #expect(eventually { program.log.contains { $0.hasPrefix("waiting: ") } })
    return (program, faults)
  }

  @Test(
    "Where the claimed files can't be read, a start waits; a reload that is asked for is served then",
    arguments: ["open *claimed 1+ EIO", "open *claimed/. 1+ EIO", "open *claimed/site/. 1+ EIO"]
  )
  func claimed(_ rule: String) throws {
    let (program, faults) = try starting(rule)
    program.send(SIGHUP)
    usleep(1_200_000)
    #expect(program.log.count { $0.hasPrefix("waiting: ") } == 1, "\(program.log)")
    #expect(program.files(in: "done").isEmpty)
    faults.end()
    #expect(eventually { program.files(in: "done") == ["site/0.txt"] })
    #expect(eventually { program.log.contains { $0.hasPrefix("reloaded: ") } })
    #expect(program.records().count == 1)
    #expect(program.stop() == 0)
  }

  @Test("A start that waits for the claimed files ends when it is told to")
  func endsWaiting() throws {
    let (program, _) = try starting("open *claimed/. 1+ EIO")
    #expect(program.stop() == 0)
    #expect(program.files(in: "claimed") == ["site/0.txt"])
  }

  @Test(
    "A disk that is full from the start, or becomes so, is waited for",
    .enabled(if: geteuid() == 0, "only root may mount"),
    arguments: ["tmpfs", "ext4"]
  )
  func full(_ type: String) throws {
    let program = try Program(settings: Self.quick, knows: false)
    let disk = program.root.appending(path: "var").path
    let make =
      type == "tmpfs"
      ? "mount -t tmpfs -o size=4m none \(disk)"
      : "truncate -s 8M \(disk).img && mkfs.ext4 -q -m 0 \(disk).img && mount -o loop \(disk).img \(disk)"
    try #require(shell(make) == 0)
    defer { _ = shell("umount -l \(disk)") }
    let documents = try Documents(60, in: program)
    let filler = disk + "/filler"
    _ = shell("cat /dev/zero > \(filler) 2> /dev/null")
    let log = program.root.appending(path: "log").path
    let process = try program.start(under: ["/bin/sh", "-c", "exec \"$@\" 2> \(log)", "sh"])
    #expect(eventually { (try? program.run("status"))?.text.contains("trouble") == true })
    #expect(eventually { (try? String(contentsOfFile: log, encoding: .utf8))?.isEmpty == false })
    #expect(try program.run("status").status == 1)
    #expect(process.isRunning && program.files(in: "done").isEmpty)
    #expect(unlink(filler) == 0)
    #expect(eventually(within: 30) { program.files(in: "done").count == 60 })
    #expect(eventually { (try? program.run("status"))?.status == 0 })
    // And again, under a daemon that runs, and has files to store that are on another file system.
    _ = shell("cat /dev/zero > \(filler) 2> /dev/null")
    for number in 60..<80 { _ = try? program.drop(Article.text(number), as: "\(number).txt") }
    _ = shell("echo more > \(program.inbox.path)/more.txt")
    sleep(3)
    #expect(process.isRunning)
    #expect(unlink(filler) == 0)
    for number in 60..<80 { try program.drop(Article.text(number), as: "\(number).txt") }
    #expect(
      eventually(within: 30) {
        program.files(in: "inbox").isEmpty && program.files(in: "claimed").isEmpty
      }
    )
    #expect(program.stop() == 0)
    let verified = try program.run("verify")
    #expect(verified.status == 0, "\(verified.errors)")
    let titles = Set(program.records().compactMap { $0["title"] as? String })
    #expect((0..<80).allSatisfy { titles.contains("Bridge number \($0) opens") })
    _ = documents
  }

  private func shell(_ command: String) -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    try? process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test(
    "Any one call may be refused, and nothing is lost or twice",
    .enabled(if: isThorough),
    arguments: ["EIO", "ENOSPC", "EMFILE"]
  )
  func anywhere(_ error: String) throws {
    var refusals = 0
    for number in 1... {
      let documents = try Documents(settings: Self.quick)
      let faults = try Faults(for: documents.program)
      try faults.set("* *\(documents.program.root.lastPathComponent)/var/* \(number) \(error)")
      let status = try documents.once(under: faults).status
      if faults.done.isEmpty { break }
      #expect(status == 0 || status == 74, "\(faults.done): \(status)")
      refusals += 1
      try documents.expectEachOnce("\(faults.done)")
    }
    print("\(error): each of \(refusals) calls was refused once; nothing lost or twice")
    #expect(refusals > 50)
  }

  @Test(
    "A share of all calls may be refused for a while, and nothing is lost or twice",
    .enabled(if: isThorough),
    arguments: ["EIO", "ENOSPC", "EMFILE"],
    [1, 10, 40]
  )
  func share(_ error: String, _ percent: Int) throws {
    let program = try Documents(0, settings: Self.quick).program
    let faults = try Faults(for: program)
    let process = try program.start(under: faults.launcher)
    #expect(eventually { (try? program.run("status").status) == 0 })
    try faults.set("* *\(program.root.lastPathComponent)/var/* %\(percent) \(error)")
    let documents = try Documents(300, in: program)
    sleep(8)
    let count = faults.done.count
    faults.end()
    #expect(process.isRunning)
    #expect(
      eventually(within: 60) {
        program.files(in: "inbox").isEmpty && program.files(in: "claimed").isEmpty
      }
    )
    #expect(program.stop() == 0)
    try documents.expectEachOnce("\(percent) % \(error)")
    print("\(percent) % \(error): \(count) calls refused; nothing lost or twice")
  }
}
