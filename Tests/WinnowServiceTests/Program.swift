import Foundation

/// The built program in a root of its own, as a user would run it.
final class Program {
  static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// `WINNOW_BINARY`, or the program that was built with these tests.
  static let binary: URL = {
    if let path = ProcessInfo.processInfo.environment["WINNOW_BINARY"] {
      return URL(filePath: path)
    }
    return built("winnow")
  }()

  /// A program that was built with these tests: the test runner lies beside it in the build folder.
  static func built(_ name: String) -> URL {
    var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    for _ in 0..<6 {
      folder.deleteLastPathComponent()
      let program = folder.appending(path: name)
      if FileManager.default.isExecutableFile(atPath: program.path) { return program }
    }
    return checkout.appending(path: ".build/debug/\(name)")
  }

  struct Outcome {
    let status: Int32
    let output: Data
    let errors: String
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  let root: URL
  private var running: Process?

  /// Makes the root; a program that `knows` no rules, names and model starts sooner.
  init(
    settings: String = "",
    knows: Bool = true,
    in parent: URL = FileManager.default.temporaryDirectory
  ) throws {
    let folder = parent.appending(path: "winnow-test-\(UUID().uuidString)")
    root = folder.resolvingSymlinksInPath()
    let etc = root.appending(path: "etc/winnow")
    if knows {
      try copyConfiguration(to: etc)
    } else {
      for folder in ["rules.d", "schemes", "names.d"] {
        try FileManager.default.createDirectory(
          at: etc.appending(path: folder),
          withIntermediateDirectories: true
        )
      }
    }
    try Data(settings.utf8).write(to: etc.appending(path: "winnow.toml"))
    try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
  }

  /// All that ships, but of the names and schemes only a few.
  private func copyConfiguration(to etc: URL) throws {
    let files = FileManager.default
    let shipped = Self.checkout.appending(path: "etc/winnow")
    for folder in ["schemes", "names.d"] {
      try files.createDirectory(
        at: etc.appending(path: folder),
        withIntermediateDirectories: true
      )
    }
    let schemes = ["be", "ru", "uk"].map { "schemes/\($0)-press-en.toml" }
    for name in ["rules.d", "lines.model", "names.d/given.toml", "names.d/words.toml"] + schemes {
      try files.copyItem(at: shipped.appending(path: name), to: etc.appending(path: name))
    }
    let names = Self.checkout.appending(path: "Tests/WinnowServiceTests/Fixtures/names.toml")
    try files.copyItem(at: names, to: etc.appending(path: "names.d/names.toml"))
  }

  deinit {
    if running != nil { stop(SIGKILL) }
    try? FileManager.default.removeItem(at: root)
  }

  var inbox: URL { root.appending(path: "var/spool/winnow/inbox") }
  var store: URL { root.appending(path: "var/lib/winnow") }

  func spool(_ state: String) -> URL { root.appending(path: "var/spool/winnow/\(state)") }

  // MARK: the daemon

  /// Starts the daemon; returns at once.
  @discardableResult
  func start(
    under launcher: [String] = [],
    environment: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    let words = launcher + [Self.binary.path, "--root", root.path, "run"]
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let log = root.appending(path: "log")
    try Data().write(to: log)
    process.standardError = try FileHandle(forWritingTo: log)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    running = process
    return process
  }

  /// What the daemon that was started last has logged, without the priorities.
  var log: [String] {
    let text = try? String(contentsOf: root.appending(path: "log"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").map { String($0.trimmingPrefix(/<[0-7]>/)) }
  }

  /// Sends a signal to the daemon.
  func send(_ number: Int32) {
    if let running { kill(running.processIdentifier, number) }
  }

  /// Sends a signal and waits for the end; returns the exit status.
  @discardableResult
  func stop(_ number: Int32 = SIGTERM) -> Int32 {
    guard let running else { return -1 }
    kill(running.processIdentifier, number)
    running.waitUntilExit()
    self.running = nil
    return running.terminationStatus
  }

  // MARK: commands

  /// Runs a command to its end.
  func run(_ arguments: String..., input: Data = Data()) throws -> Outcome {
    try run(arguments, input: input)
  }

  func run(_ arguments: [String], input: Data = Data(), environment: [String: String]? = nil)
    throws -> Outcome
  {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = ["--root", root.path] + arguments
    if let environment { process.environment = environment }
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    let writer = Thread {
      try? stdin.fileHandleForWriting.write(contentsOf: input)
      try? stdin.fileHandleForWriting.close()
    }
    writer.start()
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    let errors = stderr.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: output,
      errors: String(decoding: errors, as: UTF8.self)
    )
  }

  // MARK: what is there

  /// The store's records, in order.
  func records() -> [[String: Any]] {
    let path = store.appending(path: "records.jsonl")
    guard let bytes = try? Data(contentsOf: path) else { return [] }
    return bytes.split(separator: 0x0A).compactMap {
      try? JSONSerialization.jsonObject(with: $0) as? [String: Any]
    }
  }

  func drop(_ text: String, as name: String) throws { try drop(Data(text.utf8), as: name) }

  /// Drops a file the plain way: made, written and closed in the inbox.
  func drop(_ bytes: Data, as name: String) throws {
    let file = inbox.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try bytes.write(to: file)
  }

  func files(in state: String) -> [String] {
    let folder = spool(state).path
    let all = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
    return all.filter { name in
      let url = URL(filePath: "\(folder)/\(name)")
      return (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory != true
    }.sorted()
  }
}

/// Waits until a condition holds, for a while; returns whether it came to hold.
func eventually(within seconds: Double = 20, _ condition: () -> Bool) -> Bool {
  let deadline = Date(timeIntervalSinceNow: seconds)
  while Date() < deadline {
    if condition() { return true }
    usleep(5000)
  }
  return condition()
}

extension Process {
  var residentMegabytes: Int {
    let path = "/proc/\(processIdentifier)/status"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS") } ?? ""
    return (Int(line.split { !("0"..."9").contains($0) }.first ?? "") ?? 0) / 1024
  }
}
