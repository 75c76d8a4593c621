import ArgumentParser
import WinnowCommand
import WinnowPipeline
import WinnowService

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Spread the waiting documents over files for a cluster.",
    discussion: """
      Writes part-00000.jsonl and so on, of about the same size, and manifest.json, which says what is in \
      them. Each line is a document for 'winnow clean --jsonl', with its id and path; 'winnow import' \
      brings the records that come of it in. The files stay in the inbox: once their records are in the \
      store, the daemon takes them for what they are, done already.

      The directory comes whole or not at all, and must not be there yet, or be empty.
      """
  )

  @OptionGroup var common: CommonOptions

  @Flag(help: "Take the originals of the store's records, not what waits in the inbox.")
  var store = false

  @Option(help: ArgumentHelp("How many files, 1 to \(ShardExport.most).", valueName: "n"))
  var shards: Int

  @Argument(help: "The directory to make.")
  var directory: String

  func validate() throws {
    if !(1...ShardExport.most).contains(shards) {
      throw ValidationError("--shards wants 1 to \(ShardExport.most)")
    }
  }

  func run() throws {
    let configuration = try common.load()
    let report = try reporting { () throws(ServiceError) in
      var export = try ShardExport(
        configuration,
        of: store ? .store : .inbox,
        into: directory,
        shards: shards
      )
      return try export.run { Terminal.progress("\($0) documents") }
    }
    Terminal.endProgress()
    for line in report.leftOut { Terminal.complain(line) }
    try Terminal.say(report.summary)
  }
}
