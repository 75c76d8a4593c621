import ArgumentParser
import WinnowService

struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Ask about single names: what they may stand for, how they are spelt.",
    subcommands: [NamesLookup.self, NamesRomanise.self, NamesCompare.self]
  )
}

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

struct NamesRomanise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "romanise",
    abstract: "Write Cyrillic in Latin letters by a scheme, line by line."
  )

  @OptionGroup var common: CommonOptions

  @Option(help: "The scheme, such as be-national-2007; 'list' lists all of them.")
  var scheme: String

  @Argument(help: "Names; without any, standard input is read.")
  var names: [String] = []

  func run() throws {
    let questions = NameQuestions(try common.load())
    if scheme == "list" {
      for scheme in questions.schemes { try Terminal.say("\(scheme.id)\t\(scheme.name)") }
      return
    }
    func say(_ name: String) throws {
      try Terminal.say(
        try reporting { () throws(ServiceError) in try questions.romanise(name, by: scheme) }
      )
    }
    for name in names { try say(name) }
    if !names.isEmpty { return }
    let input = try reporting { () throws(ServiceError) in try Input("-") }
    try input.forEachLine { line, _ in try say(String(decoding: line, as: UTF8.self)) }
  }
}

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
    let input = try reporting { () throws(ServiceError) in try Input("-") }
    var hasErrors = false
    let out = LineOutput()
    try input.forEachLine { line, _ in
      let answer = questions.compare(line[...])
      hasErrors = hasErrors || answer.isError
      try out.add(answer.line)
    }
    try out.flush()
    if hasErrors { throw ExitStatus.badInput }
  }
}
