import ArgumentParser
import WinnowService

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the daemon in the foreground, until SIGTERM or Ctrl+C.",
    discussion: "What is in work is finished first. systemd starts winnow this way."
  )

  @OptionGroup var common: CommonOptions

  @Flag(help: "Log each document.")
  var verbose = false

  func run() throws {
    let configuration = try common.load()
    let isComplete = try reporting { () throws(ServiceError) in
      try Running(configuration, log: JournalLog.make(isVerbose: verbose)).untilStopped()
    }
    if !isComplete { throw ExitStatus.tryLater }
  }
}
