import ArgumentParser
import WinnowCommand
import WinnowService

struct Once: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Work until the inbox is empty, then exit.",
    discussion: "For cron and batches. A running daemon has the store; then this exits with 75."
  )

  @OptionGroup var common: CommonOptions

  func run() throws {
    let configuration = try common.loadToWrite()
    let facts = try reporting { () throws(ServiceError) in
      let running = try Running(configuration, log: JournalLog.make(), isOnce: true)
      return try running.untilDrained { Terminal.progress($0.counts) }
    }
    Terminal.endProgress()
    try Terminal.say(([facts.counts] + facts.troubles).joined(separator: "; "))
  }
}
