import ArgumentParser
import WinnowPipeline

/// What every command can be told.
package struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Use DIR/etc/winnow and DIR/var.",
      discussion: "The default is the nearest directory above the program that holds etc/winnow.",
      valueName: "dir"
    )
  )
  package var root: String?

  @Option(
    help: ArgumentHelp(
      "Read the settings from FILE instead of etc/winnow/winnow.toml.",
      valueName: "file"
    )
  )
  package var config: String?

  package init() {}

  /// The file system root that was named, or that of the program.
  package var rootDirectory: Root { root.map { Root($0) } ?? .ofThisProgram() }

  /// The settings alone, for commands that work though a rule is broken.
  package func loadSettings() throws -> (Root, Settings) {
    let root = rootDirectory
    return try reporting { () throws(PipelineError) in
      (root, try Configuration.settings(root: root, file: config))
    }
  }

  /// The configuration in force; ends the program with the reason where there is none.
  package func load() throws -> Configuration {
    try reporting { () throws(PipelineError) in
      try Configuration(root: rootDirectory, settingsFile: config)
    }
  }
}
