import ArgumentParser
import WinnowCommand
import WinnowPipeline
import WinnowService

struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turn records back into the original bytes.",
    discussion: """
      Reads records, one a line, from a file or standard input, and writes the bytes of the files \
      they came from, one after the other. With --id, takes the record from the store.
      """
  )

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The id of a record in the store.", valueName: "sha256:..."))
  var id: String?

  @Argument(help: "A file of records; the default is standard input.")
  var file: String = "-"

  func run() throws {
    if let id {
      let configuration = try common.load()
      return try Terminal.write(
        try reporting { () throws(ServiceError) in try Restoration.restore(id: id, configuration) }
      )
    }
    let input = try reporting { () throws(PipelineError) in try Input(file) }
    while let line = try reporting({ () throws(PipelineError) in try input.line() }) {
      if line.isEmpty { continue }
      try Terminal.write(
        try reporting { () throws(ServiceError) in try Restoration.restore(line) }
      )
    }
  }
}
