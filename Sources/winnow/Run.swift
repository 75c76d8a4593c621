import ArgumentParser
import WinnowCommand
import WinnowService

struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the daemon in the foreground, until SIGTERM or Ctrl+C.",
    discussion: """
      What is in work is finished first. SIGHUP reads etc/winnow again, all of it or, where anything \
      is wrong, nothing. systemd starts winnow this way.
      """
  )

  @OptionGroup var common: CommonOptions

  @Flag(help: "Log each document.")
  var verbose = false

  func run() throws {
    let requests = ReloadRequests()
    let configuration = try common.loadToWrite()
    let log = JournalLog.make(isVerbose: verbose)
    let isComplete = try reporting { () throws(ServiceError) in
      try Running(configuration, log: log).untilStopped(requests)
    }
    if !isComplete { throw ExitStatus.tryLater }
  }
}
