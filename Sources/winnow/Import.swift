import ArgumentParser
import WinnowCommand
import WinnowService

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring records that were made elsewhere into the store, each document once.",
    discussion: """
      Reads what 'winnow clean --json' or --jsonl wrote, or the segments of another store, .zst ones \
      too. Each line must hold its CRC and restore to the bytes of its id; one that does not is told \
      of and skipped, and the exit status is 65. Lines are stored as they are, but one that was never \
      received gets the time of now. A running daemon has the store; then this exits with 75. What \
      was cut short can be done again.
      """
  )

  @OptionGroup var common: CommonOptions

  @Argument(help: "The files; - is standard input.")
  var files: [String]

  func run() throws {
    let configuration = try common.loadToWrite()
    var records = try reporting { () throws(ServiceError) in try RecordImport(configuration) }
    var worst: ExitCode?
    for file in files {
      do throws(ServiceError) {
        try records.add(file, told: { Terminal.complain($0) }, progress: { Terminal.progress($0) })
      } catch {
        Terminal.complain("\(error)")
        worst = error.status
        // One bad file must not keep the others out, but where would they go without a store?
        if case .store = error { break }
      }
    }
    Terminal.endProgress()
    let report = records.finish()
    try Terminal.say(report.summary)
    if let status = worst ?? (report.isSound ? nil : ExitStatus.badInput) { throw status }
  }
}
