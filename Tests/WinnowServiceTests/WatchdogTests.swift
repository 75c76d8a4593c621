import Foundation
import Testing

/// What systemd hears of the real daemon.
@Suite(.serialized) struct WatchdogTests {
  private static let strace = "/usr/bin/strace"
  private let program: Program
  private let socket: NotifySocket

  init() throws {
    program = try Program()
    socket = try NotifySocket(in: program.root)
  }

  /// Starts the daemon as systemd would, with so many milliseconds for its watchdog.
  private func start(watchdog: Int? = nil) throws -> Process {
    var environment = ["NOTIFY_SOCKET": socket.path]
    if let watchdog { environment["WATCHDOG_USEC"] = "\(watchdog * 1000)" }
    let process = try program.start(environment: environment)
    #expect(eventually { socket.all.contains("READY=1") })
    return process
  }

  private var pings: Int { socket.all.count { $0 == "WATCHDOG=1" } }

  /// What was said, without how often and with what counts.
  private var course: [String] {
    let words = socket.all.map { $0.prefix { $0 != "=" } }
    return words.filter { $0 != "STATUS" && $0 != "WATCHDOG" }.map(String.init)
  }

  @Test("It says when it is ready, how it is doing, when it reloads, and when it stops")
  func said() throws {
    defer { socket.end() }
    try program.drop(Article.text(1), as: "1.txt")
    _ = try start(watchdog: 400)
    #expect(
      eventually { socket.all.contains("STATUS=idle; 1 stored, 0 duplicates, 0 quarantined") }
    )
    #expect(eventually { pings > 3 })
    program.send(SIGHUP)
    #expect(eventually { socket.all.count { $0 == "READY=1" } == 2 })
    #expect(program.stop() == 0)
    #expect(eventually { course.count == 4 })
    #expect(course == ["READY", "RELOADING", "READY", "STOPPING"])
    let reloading = socket.all.first { $0.hasPrefix("RELOADING") } ?? ""
    #expect(reloading.wholeMatch(of: /RELOADING=1\nMONOTONIC_USEC=[0-9]+/) != nil)
    #expect(
      socket.all.firstIndex(of: "READY=1") ?? 1 < socket.all.firstIndex(of: "WATCHDOG=1") ?? 0
    )
  }

  @Test("Without a watchdog, or with one that waits for another process, there are no pings")
  func unasked() throws {
    defer { socket.end() }
    try program.start(
      environment: [
        "NOTIFY_SOCKET": socket.path, "WATCHDOG_USEC": "100000", "WATCHDOG_PID": "1",
      ]
    )
    #expect(eventually { socket.all.contains { $0.hasPrefix("STATUS=idle") } })
    program.stop()
    _ = try start()
    usleep(1_100_000)
    #expect(pings == 0)
  }

  @Test("A daemon that idles is alive, and so is one that works on a large document")
  func alive() throws {
    defer { socket.end() }
    _ = try start(watchdog: 2000)
    /// Whether it was fed in the time that the watchdog waits.
    func holds() -> Bool {
      let before = pings
      sleep(2)
      return pings > before
    }
    #expect(holds() && holds())
    let large = (0..<1000).map(Article.text).joined()
    try program.drop(large, as: "large.txt")
    var isAlive = true
    while isAlive, program.records().isEmpty { isAlive = holds() }
    #expect(isAlive)
  }

  @Test(
    "When the writer hangs, the pings end; when it goes on, they come again, and nothing is lost",
    .enabled(if: FileManager.default.isExecutableFile(atPath: strace))
  )
  func stuckWriter() throws {
    defer { socket.end() }
    let process = try start(watchdog: 1000)
    #expect(eventually { pings > 2 })
    let tracer = Process()
    tracer.executableURL = URL(filePath: Self.strace)
    tracer.arguments =
      [
        "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync", "-e",
        "inject=fdatasync:delay_enter=6000000", "-p", "\(process.processIdentifier)",
      ]
    try tracer.run()
    // The threads of the tests have signals blocked, and so has what they start.
    defer { kill(tracer.processIdentifier, SIGKILL) }
    sleep(1)
    try program.drop(Article.text(1), as: "1.txt")
    #expect(eventually { program.log.contains { $0.hasPrefix("stuck, ") } })
    #expect(program.log.last?.hasSuffix(": winnow.store.commit") == true)
    let before = pings
    usleep(2_000_000)
    #expect(pings == before)
    #expect(program.records().count <= 1 && program.files(in: "done").isEmpty)
    #expect(eventually { pings > before })
    #expect(program.log.contains("nothing is stuck any more"))
    #expect(eventually { program.files(in: "done") == ["1.txt"] })
    kill(tracer.processIdentifier, SIGKILL)
    tracer.waitUntilExit()
    #expect(program.stop() == 0)
  }
}
