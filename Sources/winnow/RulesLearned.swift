import ArgumentParser
import WinnowCommand
import WinnowService

struct RulesLearned: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learned",
    abstract: "Show the lines that many documents of a source share.",
    discussion: """
      A source is the first folder under the inbox. Without one, all sources are listed, with how many \
      lines are known of each.
      """
  )

  @OptionGroup var common: CommonOptions

  @Flag(help: "Write JSON lines.")
  var json = false

  @Argument(help: "A source.")
  var source: String?

  func run() throws {
    let configuration = try common.load()
    let learned = try reporting { () throws(ServiceError) in try LearnedLines(configuration) }
    if let source {
      let lines = try reporting { () throws(ServiceError) in try learned.lines(of: source) }
      for line in lines {
        try Terminal.say(json ? line.json : "\(line.times)\t\(line.text)")
      }
    } else {
      for source in learned.sources {
        try Terminal.say(
          json
            ? source.json
            : "\(source.name)\t\(source.lines) lines, from \(source.documents) documents"
        )
      }
    }
  }
}

struct RulesForget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Forget what was learnt of a source; wants the daemon stopped.",
    discussion: "The records that are stored stay as they are, and are never learnt from again."
  )

  @OptionGroup var common: CommonOptions

  @Argument(help: "A source: a first folder under the inbox.")
  var source: String

  func run() throws {
    let configuration = try common.loadToWrite()
    try reporting { () throws(ServiceError) in try LearnedLines.forget(source, configuration) }
  }
}
