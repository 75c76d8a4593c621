import ArgumentParser
import WinnowCommand
import WinnowPipeline
import WinnowService

struct NamesRomanise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "romanise",
    abstract: "Write Cyrillic in Latin letters by a scheme, line by line."
  )

  @OptionGroup var common: CommonOptions

  @Option(help: "The scheme, such as be-national-2007; 'list' lists all of them.")
  var scheme: String

  @Flag(help: "With the scheme 'list', write JSON lines.")
  var json = false

  @Argument(help: "Names; without any, standard input is read.")
  var names: [String] = []

  func validate() throws {
    if json && scheme != "list" { throw ValidationError("--json wants --scheme list") }
  }

  func run() throws {
    let questions = NameQuestions(try common.load())
    if scheme == "list" {
      for scheme in questions.schemes {
        try Terminal.say(json ? scheme.json : "\(scheme.id)\t\(scheme.name)")
      }
      return
    }
    func say(_ name: String) throws {
      try Terminal.say(
        try reporting { () throws(PipelineError) in try questions.romanise(name, by: scheme) }
      )
    }
    for name in names { try say(name) }
    if !names.isEmpty { return }
    let input = try reporting { () throws(PipelineError) in try Input("-") }
    while let line = try reporting({ () throws(PipelineError) in try input.line() }) {
      try say(String(decoding: line, as: UTF8.self))
    }
  }
}
