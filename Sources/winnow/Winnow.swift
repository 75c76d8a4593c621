import ArgumentParser
import WinnowCommand
import WinnowPipeline
import WinnowService

/// The front door: `winnow COMMAND`.
@main
struct Winnow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "winnow",
    abstract: "Takes web boilerplate out of news articles, and can always give the original back.",
    discussion: """
      Drop text files into the inbox; each comes out as one line of var/lib/winnow/records.jsonl, \
      with every change listed in it. 'winnow clean FILE' shows what that does to one file, \
      'winnow explain FILE' says why.

      EXIT STATUS: 0 all well, 1 problems were found, 64 wrong usage, 65 bad input, 74 the \
      kernel refused something, 75 try later, 78 something under etc/winnow is wrong.
      """,
    version: "winnow \(Version.text)",
    subcommands: [
      Run.self, Once.self, Clean.self, Explain.self, Restore.self, Status.self, Tail.self,
      Export.self, Import.self, Retry.self, Check.self, NamesCommand.self, Report.self, Rules.self,
      Verify.self,
    ]
  )

  @OptionGroup var common: CommonOptions
}
