import Foundation

/// Refusals and deaths on demand: `Tests/faults/faults.c` in front of the C library of the program.
final class Faults {
  /// The library, built once for all tests.
  private static let library: URL? = {
    let source = Program.checkout.appending(path: "Tests/faults/faults.c")
    let library = FileManager.default.temporaryDirectory
      .appending(path: "winnow-faults-\(ProcessInfo.processInfo.processIdentifier).so")
    let compiler = Process()
    compiler.executableURL = URL(filePath: "/usr/bin/env")
    compiler.arguments = ["clang", "-shared", "-fPIC", "-O1", "-o", library.path, source.path]
    try? compiler.run()
    compiler.waitUntilExit()
    return compiler.terminationStatus == 0 ? library : nil
  }()

  private let rules: URL

  /// Refuses nothing yet.
  init(for program: Program) throws {
    guard Self.library != nil else { throw CocoaError(.executableNotLoadable) }
    rules = program.root.appending(path: "faults")
  }

  var environment: [String: String] {
    ["LD_PRELOAD": Self.library?.path ?? "", "WINNOW_FAULTS": rules.path]
  }

  /// What the daemon is started under.
  var launcher: [String] {
    ["/usr/bin/env"] + environment.map { "\($0)=\($1)" }
  }

  /// Puts rules in force, also for a daemon that runs.
  func set(_ lines: String...) throws {
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: rules, options: .atomic)
  }

  /// Refuses nothing any more, and forgets what was refused.
  func end() {
    try? FileManager.default.removeItem(at: rules)
    try? FileManager.default.removeItem(atPath: rules.path + ".log")
  }

  /// What was done so far: the call, its path, the action.
  var done: [String] {
    guard let text = try? String(contentsOfFile: rules.path + ".log", encoding: .utf8) else {
      return []
    }
    return text.split(separator: "\n").map(String.init)
  }
}
