import ArgumentParser
import WinnowService

/// What every command can be told.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Use DIR/etc/winnow and DIR/var.",
      discussion: "The default is the nearest directory above the program that holds etc/winnow.",
      valueName: "dir"
    )
  )
  var root: String?

  @Option(
    help: ArgumentHelp(
      "Read the settings from FILE instead of etc/winnow/winnow.toml.",
      valueName: "file"
    )
  )
  var config: String?

  /// The file system root that was named, or that of the program.
  var rootDirectory: Root { root.map { Root($0) } ?? .ofThisProgram() }

  /// The settings alone, for commands that work though a rule is broken.
  func loadSettings() throws -> (Root, Settings) {
    let root = rootDirectory
    return try reporting { () throws(ServiceError) in
      (root, try Configuration.settings(root: root, file: config))
    }
  }

  /// The configuration in force; ends the program with the reason where there is none.
  func load() throws -> Configuration {
    try reporting { () throws(ServiceError) in
      try Configuration(root: rootDirectory, settingsFile: config)
    }
  }
}
