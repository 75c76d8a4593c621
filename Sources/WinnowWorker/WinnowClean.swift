import ArgumentParser
import WinnowCommand
import WinnowPipeline

/// `winnow clean` as a program of its own, for machines that have nothing else of winnow.
@main
struct WinnowClean: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "winnow-clean",
    abstract: Clean.configuration.abstract,
    discussion: Clean.configuration.discussion,
    version: "winnow \(Version.text)"
  )

  @OptionGroup var clean: Clean

  func run() throws { try clean.run() }
}
