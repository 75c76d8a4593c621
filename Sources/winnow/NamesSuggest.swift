import ArgumentParser
import WinnowCommand
import WinnowService

struct NamesSuggest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "List names that the store's documents have and the gazetteer lacks.",
    discussion:
      "Spellings of one name stand on one line, the commonest first; all of the store is read."
  )

  @OptionGroup var common: CommonOptions

  @Flag(help: "Write JSON lines.")
  var json = false

  func run() throws {
    let configuration = try common.load()
    let suggestions = try reporting { () throws(ServiceError) in
      try NameSuggestions(configuration) { Terminal.progress("\($0) records") }
    }
    Terminal.endProgress()
    for cluster in suggestions.clusters { try Terminal.say(json ? cluster.json : cluster.line) }
  }
}
