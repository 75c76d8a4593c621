import ArgumentParser

/// `winnow-bench`: how fast winnow is, how much memory it takes, and how both grow.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "winnow-bench",
    abstract: "How fast winnow is, how much memory it takes, and how both grow.",
    subcommands: [Speed.self, Pass.self, Count.self],
    defaultSubcommand: Speed.self
  )
}
