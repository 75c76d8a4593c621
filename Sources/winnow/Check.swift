import ArgumentParser
import WinnowCommand
import WinnowPipeline
import WinnowService

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check every setting and rule, and the rules' own examples.",
    discussion: "Exits with 78 on the first thing that is wrong, and says where it stands."
  )

  @OptionGroup var common: CommonOptions

  @Flag(help: "Print every setting with its default.")
  var settings = false

  func run() throws {
    if settings {
      try say(Settings.declared)
      try Terminal.say("[metrics]\n")
      try say(Settings.declaredOfMetrics)
      return
    }
    let configuration = try common.load()
    try reporting { () throws(PipelineError) in try configuration.checkExamples() }
    let counts = configuration.counts
    try Terminal.say("\(counts), digest \(Pipeline(configuration).rules)")
  }

  private func say(_ settings: [Setting]) throws {
    for setting in settings {
      try Terminal.say("# \(setting.sentence)\n\(setting.name) = \(setting.standard)\n")
    }
  }
}
