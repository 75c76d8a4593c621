import ArgumentParser
import WinnowCommand
import WinnowPipeline
import WinnowService

struct RulesTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Say what a rule file would newly remove from documents.",
    discussion: """
      The file is checked, its examples too, and read beside the rules in force. Nothing is changed.
      """
  )

  @OptionGroup var common: CommonOptions

  @Flag(help: "Write JSON lines.")
  var json = false

  @Argument(help: "The rule file.")
  var rules: String

  @Argument(help: "Documents; - is standard input.")
  var files: [String] = []

  func run() throws {
    let configuration = try common.load()
    let trial = try reporting { () throws(PipelineError) in
      try RuleTrial(configuration, ruleFile: rules)
    }
    var count = 0
    for file in files {
      let bytes = try reporting { () throws(PipelineError) in try Input(file).document() }
      for removed in trial.newlyRemoved(from: bytes) {
        try Terminal.say(
          json ? removed.json(of: file) : "\(file): \(removed.rule): \(removed.text)"
        )
        count += 1
      }
    }
    if json { return }
    try Terminal.say("\(count) lines in \(files.count) documents would newly go")
  }
}
