import ArgumentParser
import WinnowCommand
import WinnowPipeline
import WinnowService

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what would go from a file, what names would change, and why.",
    discussion: """
      Lines that stay begin with two spaces, what goes begins with '- ' and is followed by its rule. \
      With --html, a page shows the original and the cleaned text side by side. Nothing is stored.
      """
  )

  @OptionGroup var common: CommonOptions

  @Flag(help: "Write a page of HTML.")
  var html = false

  @Argument(help: "The file; - is standard input.")
  var file: String

  func run() throws {
    let pipeline = Pipeline(try common.load())
    let bytes = try reporting { () throws(PipelineError) in try Input(file).document() }
    let explanation = Explanation(of: bytes, pipeline)
    if html {
      return try Terminal.write(explanation.page(file: file == "-" ? "standard input" : file))
    }
    try Terminal.say(explanation.title.map { "headline: \($0)" } ?? "no headline found")
    for part in explanation.parts {
      switch part {
      case .kept(let text): try Terminal.say("  \(text)")
      case .removed(let text, let rule, let why):
        try Terminal.say(Terminal.coloured("- \(text)", .red) + "\n    \(rule): this is \(why)")
      }
    }
    for line in explanation.nameLines { try Terminal.say(line) }
    for spelling in explanation.spellings {
      try Terminal.say("\(spelling.count) x \(spelling.rule): \(spelling.why)")
    }
  }
}
