import ArgumentParser
import WinnowCommand
import WinnowService

struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell how winnow is doing, or what became of one file.",
    discussion: """
      Works whether or not the daemon runs. Exits with 0 when all is well, 1 when it runs with \
      trouble, 3 when it does not run. With --watch it tells again each second until Ctrl+C, over \
      what it told before on a terminal, and exits with 0. With a FILE: says where it is, why, and \
      whether its record is durable, so that the file is safe to delete; exits with 0 when it is \
      and 1 when it is not.
      """
  )

  @OptionGroup var common: CommonOptions

  @Flag(help: "Print one line of JSON.")
  var json = false

  @Flag(help: "Tell again each second.")
  var watch = false

  @Argument(help: "A file, by its path in the inbox or any other.")
  var file: String?

  func validate() throws {
    if file != nil && (watch || json) {
      throw ValidationError("--watch and --json are about winnow as a whole, not about one file.")
    }
  }

  func run() throws {
    let (root, settings) = try common.loadSettings()
    if let file {
      let report = try reporting { () throws(ServiceError) in
        try FileReport(file, root, settings)
      }
      try Terminal.say(report.text)
      if !report.isStored { throw ExitStatus.problems }
      return
    }
    if watch {
      return try StatusWatch(root, settings, json: json).run()
    }
    let report = try reporting { () throws(ServiceError) in
      try StatusReport(root, settings, patience: 2_000_000_000)
    }
    try Terminal.say(json ? report.json : StatusPage(report).text)
    switch report.health {
    case .well: return
    case .degraded: throw ExitStatus.problems
    case .stopped: throw ExitStatus.notRunning
    }
  }
}
