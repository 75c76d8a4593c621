import Foundation
import Testing

/// What somebody may put into the inbox to make winnow read or write elsewhere.
@Suite(.serialized) struct HostileTests {
  private static let seconds =
    ProcessInfo.processInfo.environment["WINNOW_FAULTS_ALL"] == nil ? 4.0 : 30.0
  private let secret = "the secret that nobody gave away"

  /// A directory beside the spool, with a file that must never be read.
  private func elsewhere(_ program: Program) throws -> URL {
    let folder = program.root.appending(path: "elsewhere")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["a.txt", "b.txt"] {
      try Data(secret.utf8).write(to: folder.appending(path: name))
    }
    return folder
  }

  private func expectUntouched(_ folder: URL, _ program: Program) throws {
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
        "a.txt", "b.txt",
      ]
    )
    for name in ["a.txt", "b.txt"] {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      #expect(text == secret)
    }
    let records = try Data(contentsOf: program.store.appending(path: "records.jsonl"))
    #expect(records.range(of: Data(secret.utf8)) == nil)
  }

  @Test("Directories and files that turn into links under the scan lead nowhere")
  func race() throws {
    let program = try Program(settings: "scan_interval = \"1s\"\n", knows: false)
    let folder = try elsewhere(program)
    let process = try program.start()
    let inbox = program.inbox.path
    mkdir(inbox + "/site", 0o777)
    symlink(folder.path, inbox + "/.site")
    symlink(folder.path + "/a.txt", inbox + "/.a.txt")
    let end = Date(timeIntervalSinceNow: Self.seconds)
    let swapper = Thread {
      while Date() < end {
        for (one, other) in [("site", ".site"), ("a.txt", ".a.txt")] {
          exchange(inbox + "/" + one, inbox + "/" + other)
        }
      }
    }
    swapper.start()
    var dropped = 0
    while Date() < end {
      // Through either name, whichever is the directory now; into the other it must not go.
      for name in ["/site", "/.site"] {
        var status = stat()
        if lstat(inbox + name, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
          let folder = open(inbox + name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
          if write("document \(dropped)", to: "\(dropped).txt", in: folder) { dropped += 1 }
          close(folder)
        }
      }
      _ = write("a \(dropped)", to: inbox + "/a.txt", in: AT_FDCWD)
      usleep(500)
    }
    usleep(200_000)
    #expect(process.isRunning)
    unlink(inbox + "/.site")
    unlink(inbox + "/site")
    if rename(inbox + "/.site", inbox + "/back") != 0 { rename(inbox + "/site", inbox + "/back") }
    let isDropped = { (name: String) in
      Int(name.split(separator: "/").last?.dropLast(4) ?? "") != nil
    }
    #expect(eventually(within: 30) { program.files(in: "done").count(where: isDropped) == dropped })
    #expect(program.stop() == 0)
    print("\(dropped) documents dropped while directories turned into links and back")
    #expect(dropped > 20)
    try expectUntouched(folder, program)
    #expect(try program.run("verify").status == 0)
  }

  @Test("Links, fifos, sockets and directories are left alone, whatever they are called")
  func irregular() throws {
    let program = try Program(knows: false)
    let folder = try elsewhere(program)
    let inbox = program.inbox.path
    for name in ["-rf", "a\nb", "..txt", "x.reason", "$(id)", String(repeating: "l", count: 255)] {
      try #require(symlink(folder.path + "/a.txt", inbox + "/" + name) == 0)
    }
    symlink(folder.path, inbox + "/linked")
    symlink("/", inbox + "/root")
    symlink(".", inbox + "/loop")
    mkfifo(inbox + "/fifo.txt", 0o666)
    try program.drop("a document", as: "last.txt")
    try program.start()
    #expect(eventually { program.files(in: "done") == ["last.txt"] })
    #expect(program.files(in: "quarantine").isEmpty && program.files(in: "claimed").isEmpty)
    // Asking about them leads nowhere either, and waits for nobody.
    for name in ["-rf", "fifo.txt", "x.reason", "linked/a.txt", "root/etc/passwd"] {
      let asked = try program.run("status", "--", name)
      #expect(asked.status == 65, "\(name): \(asked.text)")
    }
    #expect(program.stop() == 0)
    try expectUntouched(folder, program)
  }

  @Test("Names with newlines, dashes, control characters and 255 bytes are stored under themselves")
  func names() throws {
    let program = try Program(knows: false)
    let names = [
      "-rf", "--help", "a\nb.txt", "tab\t.txt", "$(id).txt", "`id`", "a'b\"c", "\u{1B}[31m", "~x",
      " ",
      "\u{202E}txt", "x.reason", String(repeating: "l", count: 255), "-/-/-",
    ]
    for (number, name) in names.enumerated() {
      try program.drop("document \(number)", as: name)
    }
    try program.start()
    #expect(eventually { program.files(in: "done").count == names.count })
    #expect(program.files(in: "done") == names.sorted())
    #expect(Set(program.records().compactMap { $0["path"] as? String }) == Set(names))
    for name in names {
      let asked = try program.run("status", "--", name)
      #expect(asked.status == 0, "\(asked.text) \(asked.errors)")
      #expect(asked.text.contains(": done;") && asked.text.split(separator: "\n").count == 1)
    }
    #expect(program.stop() == 0)
  }

  @Test("A name that is not UTF-8 can be given to a command")
  func notUTF8() throws {
    let program = try Program(settings: "max_bytes = \"1KiB\"\n", knows: false)
    let shell = { (command: String) throws -> (status: Int32, text: String) in
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      let name = "name=$(printf 'odd-\\377'); "
      process.arguments = ["-c", name + command, Program.binary.path, program.root.path]
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return (process.terminationStatus, text)
    }
    let inbox = program.inbox.path
    #expect(try shell("head -c 2000 /dev/zero > \(inbox)/$name").status == 0)
    #expect(try program.run("once").status == 0)
    let retried = try shell("$0 --root $1 retry $name")
    #expect(retried.status == 0 && retried.text == "odd-\u{FFFD} -> odd-\u{FFFD}\n")
    #expect(try shell("echo short > \(inbox)/$name").status == 0)
    #expect(try program.run("once").status == 0)
    let asked = try shell("$0 --root $1 status $name")
    #expect(asked.status == 0 && asked.text.contains(": done; record"))
    #expect(try shell("$0 --root $1 clean \(program.spool("done").path)/$name").text == "short\n")
  }

  @Test("No name given to a command leads out of the spool")
  func commands() throws {
    let program = try Program(settings: "max_bytes = \"1KiB\"\n", knows: false)
    let folder = try elsewhere(program)
    try program.drop(String(repeating: "x", count: 2000), as: "big.txt")
    #expect(try program.run("once").status == 0)
    for name in [
      "../elsewhere/a.txt", "../../../../elsewhere/a.txt", "/etc/passwd", "..", ".", "", "/",
      folder.path + "/a.txt", "big.txt/../big.txt", "big.txt.reason", "a\nb",
      String(repeating: "l", count: 300),
    ] {
      let retried = try program.run("retry", "--", name)
      #expect(retried.status == 65 && retried.text.isEmpty, "\(name): \(retried.text)")
      let asked = try program.run("status", "--", "quarantine/../../../../../elsewhere/" + name)
      #expect(!asked.text.contains(": claimed") && !asked.text.contains(": done"))
      let restored = try program.run("restore", "--id", name)
      #expect(restored.status != 0 && restored.output.isEmpty, "\(name)")
      #expect(restored.errors.split(separator: "\n").count <= 2, "\(restored.errors)")
    }
    #expect(program.files(in: "quarantine") == ["big.txt", "big.txt.reason"])
    let outside = try program.run("status", "--", folder.path + "/a.txt")
    #expect(outside.text.contains("outside the spool"))
    #expect(try program.run("retry", "--", "big.txt").status == 0)
    #expect(program.files(in: "inbox") == ["big.txt"])
  }

  @Test("What was taken is for winnow and its group alone, whatever the umask")
  func modes() throws {
    let program = try Program(settings: "max_bytes = \"1KiB\"\n", knows: false)
    try program.drop("one's secret " + String(repeating: "x", count: 2000), as: "one/big.txt")
    try program.drop("another's secret " + String(repeating: "y", count: 2000), as: "two/big.txt")
    try program.drop("a document", as: "one/small.txt")
    try program.start(under: ["/bin/sh", "-c", "umask 0; exec \"$@\"", "sh"])
    #expect(eventually { program.files(in: "done").count == 1 })
    #expect(eventually { program.files(in: "quarantine").count == 4 })
    #expect(
      eventually { FileManager.default.fileExists(atPath: program.store.path + "/status.json") }
    )
    #expect(mode(program.spool("claimed")) == 0o700)
    #expect(mode(program.spool("done")) == 0o750)
    #expect(mode(program.spool("quarantine")) == 0o750)
    #expect(mode(program.store) == 0o750)
    for name in try FileManager.default.contentsOfDirectory(atPath: program.store.path) {
      #expect(mode(program.store.appending(path: name)) == 0o640, "\(name)")
    }
    for source in ["one", "two"] {
      let reason = program.spool("quarantine").appending(path: "\(source)/big.txt.reason")
      #expect(mode(reason) == 0o640)
      let text = try String(contentsOf: reason, encoding: .utf8)
      #expect(text.contains("\(source)/big.txt") && !text.contains("secret"))
      #expect(!text.contains(source == "one" ? "two" : "one/../"))
    }
    #expect(program.stop() == 0)
  }

  private func mode(_ file: URL) -> mode_t {
    var status = stat()
    return lstat(file.path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  /// Writes a new file, never through a link; false where it could not be made.
  private func write(_ text: String, to name: String, in folder: Int32) -> Bool {
    let file = openat(folder, name, O_CREAT | O_WRONLY | O_TRUNC | O_NOFOLLOW, 0o644)
    if file < 0 { return false }
    defer { close(file) }
    return text.withCString { Foundation.write(file, $0, strlen($0)) } == text.utf8.count
  }
}

/// Swaps two names in one step (RENAME_EXCHANGE), which Swift's Glibc leaves out.
private func exchange(_ one: String, _ other: String) {
  typealias Rename =
    @convention(c) (
      Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
    ) -> Int32
  let rename = unsafeBitCast(dlsym(nil, "renameat2"), to: Rename.self)
  _ = rename(AT_FDCWD, one, AT_FDCWD, other, 2)
}
