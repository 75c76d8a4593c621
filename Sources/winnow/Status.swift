import ArgumentParser
import WinnowService

struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell how winnow is doing, or what became of one file.",
    discussion: """
      Works whether or not the daemon runs. Exits with 0 when all is well, 1 when it runs with \
      trouble, 3 when it does not run. With a FILE: says where it is, why, and whether its record is \
      durable, so that the file is safe to delete; exits with 0 when it is and 1 when it is not.
      """
  )

  @OptionGroup var common: CommonOptions

  @Flag(help: "Print one line of JSON.")
  var json = false

  @Argument(help: "A file, by its path in the inbox or any other.")
  var file: String?

  func run() throws {
    let configuration = try common.load()
    if let file {
      let report = try reporting { () throws(ServiceError) in
        try FileReport(file, configuration)
      }
      try Terminal.say(report.text)
      if !report.isStored { throw ExitStatus.problems }
      return
    }
    let report = try reporting { () throws(ServiceError) in try StatusReport(configuration) }
    try Terminal.say(json ? report.json : report.text)
    switch report.health {
    case .well: return
    case .degraded: throw ExitStatus.problems
    case .stopped: throw ExitStatus.notRunning
    }
  }
}
