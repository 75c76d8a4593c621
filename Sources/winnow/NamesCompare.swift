import ArgumentParser
import WinnowCommand
import WinnowPipeline
import WinnowService

struct NamesCompare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say whether two spellings are one name.",
    discussion: """
      With --jsonl, reads lines {"a": ..., "b": ...} from standard input and adds "score", 0 to 1, and \
      "same" to each. Exits with 1 where two names that were given differ.
      """
  )

  @OptionGroup var common: CommonOptions

  @Flag(help: "Read and write JSON lines.")
  var jsonl = false

  @Argument(help: "Two spellings.")
  var names: [String] = []

  func validate() throws {
    if jsonl != names.isEmpty || (!jsonl && names.count != 2) {
      throw ValidationError("give two names, or --jsonl")
    }
  }

  func run() throws {
    let questions = NameQuestions(try common.load())
    if !jsonl {
      let answer = questions.compare(names[0], names[1])
      try Terminal.say(answer.text)
      if !answer.same { throw ExitStatus.problems }
      return
    }
    let input = try reporting { () throws(PipelineError) in try Input("-") }
    var hasErrors = false
    let out = LineOutput()
    while let line = try reporting({ () throws(PipelineError) in try input.line() }) {
      let answer = questions.compare(line)
      hasErrors = hasErrors || answer.isError
      try out.add(answer.line)
    }
    try out.flush()
    if hasErrors { throw ExitStatus.badInput }
  }
}
