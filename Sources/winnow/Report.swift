import ArgumentParser
import WinnowCommand
import WinnowService

struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a page of HTML about what came into the store, and what was done with it.",
    discussion: """
      Volume by day and source, what was removed by which rule, names and their spellings, languages, \
      and why files were set aside. TIME is a day, such as 2026-11-28, or a moment, such as \
      2026-11-28T21:00:00Z; a day as the end is taken whole.
      """
  )

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("Count what was received from then on.", valueName: "time"))
  var since: String?

  @Option(help: ArgumentHelp("Count what was received before then.", valueName: "time"))
  var until: String?

  func validate() throws { _ = try period() }

  func run() throws {
    let configuration = try common.load()
    let period = try period()
    let report = try reporting { () throws(ServiceError) in
      try StoreReport(configuration, period) { Terminal.progress("\($0) records") }
    }
    Terminal.endProgress()
    try Terminal.write(report.page)
  }

  private func period() throws -> Period {
    if let period = Period(since: since, until: until) { return period }
    throw ValidationError(
      "--since and --until want a day such as 2026-11-28 or a moment such as "
        + "2026-11-28T21:00:00Z, the earlier one first"
    )
  }
}
