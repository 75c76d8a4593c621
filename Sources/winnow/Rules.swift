import ArgumentParser
import WinnowService

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Try a rule file of your own; see what was learnt of a source, or forget it.",
    subcommands: [RulesTest.self, RulesLearned.self, RulesForget.self]
  )
}
