import ArgumentParser

struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Ask about single names: what they may stand for, how they are spelt.",
    subcommands: [
      NamesLookup.self, NamesRomanise.self, NamesCompare.self, NamesSuggest.self, NamesImport.self,
    ]
  )
}
