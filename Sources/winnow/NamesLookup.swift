import ArgumentParser
import WinnowCommand
import WinnowService

struct NamesLookup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup",
    abstract: "Say what a spelling may stand for."
  )

  @OptionGroup var common: CommonOptions

  @Flag(help: "Write JSON lines.")
  var json = false

  @Argument(help: "A name, in any of its spellings.")
  var name: [String]

  func run() throws {
    let questions = NameQuestions(try common.load())
    for answer in questions.lookup(name.joined(separator: " ")) {
      try Terminal.say(json ? answer.json : answer.line)
    }
  }
}
