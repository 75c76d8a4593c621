import Foundation
import Testing

/// `winnow status` as a user calls it: watching on a terminal and into a pipe, and where it can't look.
@Suite struct StatusCommandTests {
  /// A terminal of its own: what is written to it, and what a program there has as its output.
  private struct PseudoTerminal {
    let master: FileHandle
    let slave: FileHandle

    init(columns: UInt16) throws {
      // ioctl_tty(2): TIOCSPTLCK and TIOCGPTN, which are macros that Swift does not see.
      let (unlock, tellNumber) = (UInt(0x4004_5431), UInt(0x8004_5430))
      let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var (locked, number) = (Int32(0), UInt32(0))
      let isMade =
        ioctl(descriptor, unlock, &locked) == 0 && ioctl(descriptor, tellNumber, &number) == 0
      try #require(isMade)
      let other = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
      var size = winsize(ws_row: 30, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
      let isSized = ioctl(other, UInt(TIOCSWINSZ), &size) == 0
      try #require(isSized)
      master = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      slave = FileHandle(fileDescriptor: other, closeOnDealloc: true)
    }

    /// What has been written by now.
    func read() -> String {
      var answer: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 65_536)
      var asked = pollfd(fd: master.fileDescriptor, events: Int16(POLLIN), revents: 0)
      while poll(&asked, 1, 100) == 1 {
        let got = Foundation.read(master.fileDescriptor, &buffer, buffer.count)
        if got <= 0 { break }
        answer += buffer[..<got]
      }
      return String(decoding: answer, as: UTF8.self)
    }
  }

  private func watch(_ program: Program, _ output: Any, _ words: [String] = []) throws -> Process {
    let process = Process()
    process.executableURL = Program.binary
    process.arguments = ["--root", program.root.path, "status", "--watch"] + words
    process.environment = ["TERM": "xterm", "NO_COLOR": "1"]
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  @Test(
    "On a narrow terminal each page covers the last, and the end restores all",
    arguments: [
      SIGINT, SIGTERM,
    ]
  )
  func terminal(signal: Int32) throws {
    let program = try Program()
    try program.drop("text", as: "a.txt")
    let terminal = try PseudoTerminal(columns: 40)
    let process = try watch(program, terminal.slave)
    var seen = ""
    let isThere = eventually {
      seen += terminal.read()
      return seen.components(separatedBy: "\u{1B}[H").count > 3
    }
    #expect(isThere, "\(seen)")
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    seen += terminal.read()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    #expect(seen.hasPrefix("\u{1B}[?1049h\u{1B}[?25l\u{1B}[Hwinnow is not running\u{1B}[K\r\n"))
    let ends = seen.components(separatedBy: "\u{1B}[?25h\u{1B}[?1049l")
    #expect(ends.count == 2)
    // What stays on the terminal is the last page.
    #expect(
      ends.last?.hasPrefix("winnow is not running\r\nwaiting      1, the oldest for ") == true
    )
    for page in ends[0].components(separatedBy: "\u{1B}[H").dropFirst() {
      #expect(page.hasSuffix("\u{1B}[K\u{1B}[J"))
      for line in page.components(separatedBy: "\r\n") {
        #expect(line.replacing(/\u{1B}\[[0-9?]*[A-Za-z]/, with: "").count <= 40)
      }
    }
  }

  @Test(
    "Into a pipe goes page after page, and with --json line after line",
    arguments: [
      [], ["--json"],
    ]
  )
  func pipe(words: [String]) throws {
    let program = try Program()
    let pipe = Pipe()
    let process = try watch(program, pipe, words)
    usleep(2_600_000)
    process.terminate()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    #expect(!text.contains("\u{1B}"))
    if words.isEmpty {
      #expect(text.hasSuffix("\n\n"))
      let pages = text.components(separatedBy: "\n\n").dropLast()
      #expect(pages.count >= 2 && pages.allSatisfy { $0.hasPrefix("winnow is not running\n") })
    } else {
      let lines = text.split(separator: "\n")
      #expect(lines.count >= 2)
      for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
  }

  @Test("Ctrl+Z gives the terminal back, and fg takes it again")
  func stopped() throws {
    let program = try Program()
    let terminal = try PseudoTerminal(columns: 80)
    let process = try watch(program, terminal.slave)
    defer { kill(process.processIdentifier, SIGKILL) }
    var seen = ""
    func sees(_ text: String) -> Bool {
      eventually {
        seen += terminal.read()
        return seen.hasSuffix(text)
      }
    }
    #expect(sees("\u{1B}[J"))
    kill(process.processIdentifier, SIGTSTP)
    #expect(sees("\u{1B}[?25h\u{1B}[?1049l"))
    seen = ""
    kill(process.processIdentifier, SIGCONT)
    #expect(sees("\u{1B}[J") && seen.hasPrefix("\u{1B}[?1049h\u{1B}[?25l\u{1B}[H"))
  }

  @Test("A file is not watched")
  func file() throws {
    #expect(try Program().run("status", "--watch", "a.txt").status == 64)
  }

  @Test("A store that can't be looked into is no store that nobody has")
  func unreadable() throws {
    let program = try Program()
    let lib = program.root.appending(path: "var/lib")
    try FileManager.default.createDirectory(at: lib, withIntermediateDirectories: true)
    try Data().write(to: lib.appending(path: "winnow"))
    let outcome = try program.run("status")
    #expect(outcome.status == 74)
    #expect(outcome.errors == "winnow: \(lib.path)/winnow: open: Not a directory\n")
  }

  @Test("Status answers though a rule is broken")
  func brokenRule() throws {
    let program = try Program()
    let rules = program.root.appending(path: "etc/winnow/rules.d/my.toml")
    try Data("nonsense".utf8).write(to: rules)
    #expect(try program.run("check").status == 78)
    #expect(try program.run("status").status == 3)
  }
}
