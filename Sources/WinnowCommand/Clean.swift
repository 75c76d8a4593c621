import ArgumentParser
import WinnowClean
import WinnowPipeline

package struct Clean: ParsableCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Clean files, or standard input, and print the text.",
    discussion: """
      With --json, print a record for each file. With --jsonl, read lines of JSON from the files or \
      standard input and print one line for each, in the same order: made for pipes and engines such \
      as Spark.
      """
  )

  @OptionGroup package var common: CommonOptions

  @Option(help: ArgumentHelp("How much to dare: careful or thorough.", valueName: "level"))
  package var level: CleanLevel?

  @Flag(help: "Print a record for each file.")
  package var json = false

  @Flag(help: "Read lines of JSON, print lines of JSON.")
  package var jsonl = false

  @Option(help: ArgumentHelp("With --jsonl, the key of the text.", valueName: "key"))
  package var textField = "text"

  @Option(help: ArgumentHelp("With --jsonl, the key that tells lines apart.", valueName: "key"))
  package var idField = "id"

  @Flag(help: "With --jsonl, end with a line of counts, so that a cut-off shows.")
  package var trailer = false

  @Argument(help: "The files; none is standard input.")
  package var files: [String] = []

  package init() {}

  package func validate() throws {
    if json && jsonl { throw ValidationError("--json and --jsonl exclude each other") }
    if trailer && !jsonl { throw ValidationError("--trailer wants --jsonl") }
  }

  package func run() throws {
    let pipeline = Pipeline(try common.load(), level: level)
    let names = files.isEmpty ? ["-"] : files
    try jsonl ? cleanLines(of: names, pipeline) : cleanFiles(names, pipeline)
  }

  private func cleanFiles(_ names: [String], _ pipeline: Pipeline) throws {
    var worst: ExitCode?
    for name in names {
      let bytes: [UInt8]
      do throws(PipelineError) {
        bytes = try Input(name).bytes()
      } catch {
        // One bad file must not keep the others from being cleaned.
        Terminal.complain("\(error)")
        worst = error.status
        continue
      }
      let path = name == "-" ? nil : name
      try Terminal.write(
        json ? pipeline.line(of: bytes, path: path) + [0x0A] : pipeline.text(of: bytes)
      )
    }
    if let worst { throw worst }
  }

  private func cleanLines(of names: [String], _ pipeline: Pipeline) throws {
    let filter = LineFilter(pipeline, textField: textField, idField: idField)
    let output = LineOutput()
    var lines = 0
    var errors = 0
    for name in names {
      let input = try reporting { () throws(PipelineError) in try Input(name) }
      try input.forEachLine { line, hasNext in
        let answer = filter.answer(to: line[...])
        lines += 1
        errors += answer.isError ? 1 : 0
        try output.add(answer.line)
        // Whoever waits for an answer before sending the next line gets it.
        if !hasNext { try output.flush() }
      }
    }
    if trailer { try output.add(LineFilter.trailer(lines: lines, errors: errors)) }
    try output.flush()
  }
}

extension CleanLevel: ExpressibleByArgument {}
