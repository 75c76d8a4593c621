import Foundation
import Testing

/// What inotify may run out of, and a clock that somebody sets.
@Suite(.serialized) struct LimitTests {
  /// Whether a program can be given limits of its own, in a user namespace.
  private static let hasNamespaces: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/unshare")
    process.arguments = ["-Ur", "sh", "-c", "echo 3 > /proc/sys/user/max_inotify_watches"]
    process.standardError = FileHandle.nullDevice
    try? process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  @Test(
    "Without watches or an inotify instance the daemon scans, says so, and misses nothing",
    .enabled(if: hasNamespaces, "no user namespaces here"),
    arguments: [("watches", 3), ("instances", 0)]
  )
  func limits(_ limit: String, _ count: Int) throws {
    let program = try Program(knows: false)
    let set = "echo \(count) > /proc/sys/user/max_inotify_\(limit); exec \"$@\""
    for number in 0..<10 { try program.drop("before \(number)", as: "\(number)/before.txt") }
    try program.start(under: ["/usr/bin/unshare", "-Ur", "/bin/sh", "-c", set, "sh"])
    #expect(eventually { program.files(in: "done").count == 10 })
    var said = ""
    #expect(
      eventually {
        guard let status = try? program.run("status") else { return false }
        said = status.text
        return status.status == 1 && said.contains("scanning, not watching")
      }
    )
    #expect(said.contains("fs.inotify.max_user_\(limit)"), "\(said)")
    for number in 0..<10 { try program.drop("after \(number)", as: "\(number)/after.txt") }
    try program.drop("after all", as: "new/below/after.txt")
    #expect(eventually { program.files(in: "done").count == 21 })
    #expect(program.stop() == 0)
    #expect(try program.run("verify").text.hasPrefix("21 records in "))
  }

  @Test(
    "A kernel that remembers 16 events loses events and no file",
    .enabled(
      if: geteuid() == 0 && ProcessInfo.processInfo.environment["WINNOW_FAULTS_ALL"] != nil,
      "it takes root, and a limit of all the machine"
    )
  )
  func overflow() throws {
    let limit = URL(filePath: "/proc/sys/fs/inotify/max_queued_events")
    let before = try Data(contentsOf: limit)
    let program = try Program(knows: false)
    // The daemon's limit is that of the moment in which it starts inotify.
    try Data("16\n".utf8).write(to: limit)
    let process = try program.start()
    let isUp = eventually { (try? program.run("status").status) == 0 }
    try before.write(to: limit)
    #expect(isUp)
    for round in 0..<20 {
      kill(process.processIdentifier, SIGSTOP)
      for number in 0..<200 {
        try program.drop("\(round) \(number)", as: "\(round)/\(number % 9)/\(number).txt")
      }
      kill(process.processIdentifier, SIGCONT)
      // Much sooner than the scan of every minute.
      #expect(
        eventually(within: 20) { program.files(in: "done").count == 200 * (round + 1) },
        "round \(round)"
      )
    }
    #expect(program.stop() == 0)
    #expect(try program.run("verify").text.hasPrefix("4000 records in "))
  }

  @Test("A clock that is set forth and back hurries no file and delays none")
  func clock() throws {
    let program = try Program(settings: "settle = \"2s\"\n", knows: false)
    let faults = try Faults(for: program)
    try program.start(under: faults.launcher)
    #expect(eventually { (try? program.run("status").status) == 0 })
    // Nobody can tell of an empty file whether it is complete, so that it must be still.
    try program.drop("", as: "empty.txt")
    let dropped = Date()
    var jumps = 0
    while Date().timeIntervalSince(dropped) < 1.5 {
      try faults.set("clock_gettime clock 1+ \(jumps % 2 == 0 ? 86_400 : -86_400)")
      jumps += 1
      usleep(20_000)
      #expect(program.files(in: "done").isEmpty)
    }
    #expect(eventually(within: 10) { program.files(in: "done") == ["empty.txt"] })
    for number in 0..<50 {
      try faults.set("clock_gettime clock 1+ \(number % 2 == 0 ? 86_400 : -86_400)")
      try program.drop("document \(number)", as: "\(number).txt")
    }
    #expect(eventually(within: 10) { program.files(in: "done").count == 51 })
    let days = Set(program.records().compactMap { ($0["received"] as? String)?.prefix(10) })
    #expect(days.count > 1, "the clock was not set at all")
    #expect(program.stop() == 0)
    #expect(try program.run("verify").status == 0)
  }
}
