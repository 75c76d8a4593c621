import ArgumentParser
import WinnowClean
import WinnowFormats
import WinnowPipeline

package struct Clean: ParsableCommand {
  package static let configuration = CommandConfiguration(
    abstract: "Clean files, or standard input, and print the text.",
    discussion: """
      With --json, print a record for each file. With --jsonl, read lines of JSON from the files or \
      standard input and print one line for each, in the same order: made for pipes and engines such \
      as Spark.

      What gzip or zstd has packed is unpacked, whatever its name; of a WET file (Common Crawl's plain \
      text in WARC records) each page is a document. None may be longer than 64 MiB.
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

  @Option(
    help: ArgumentHelp("How many documents to work on at once; their order stays.", valueName: "n")
  )
  package var workers = 1

  @Argument(help: "The files; none is standard input.")
  package var files: [String] = []

  package init() {}

  package func validate() throws {
    if json && jsonl { throw ValidationError("--json and --jsonl exclude each other") }
    if !(1...256).contains(workers) { throw ValidationError("--workers wants 1 to 256") }
    if trailer && !jsonl { throw ValidationError("--trailer wants --jsonl") }
  }

  package func run() throws {
    let pipeline = Pipeline(try common.load(), level: level)
    let bench = Workbench(workers: workers)
    var worst: ExitCode?
    for name in files.isEmpty ? ["-"] : files {
      do {
        try clean(name, pipeline, bench)
      } catch let error as PipelineError {
        // One bad file must not keep the others from being cleaned.
        Terminal.complain("\(error)")
        worst = error.status
      }
    }
    let counts = try bench.finish()
    if counts.errors > 0, !jsonl { worst = worst ?? ExitStatus.badInput }
    if let worst { throw worst }
    if trailer {
      let line = LineFilter.trailer(lines: counts.answers, errors: counts.errors)
      try Terminal.write(line + [0x0A])
    }
  }

  private func clean(_ name: String, _ pipeline: Pipeline, _ bench: Workbench) throws {
    let input = try Input(name)
    if input.isWET {
      while let page = try input.page() {
        try bench.add(bytes: page.body?.count ?? 0) { answer(to: page, of: name, pipeline) }
      }
    } else if jsonl {
      let filter = LineFilter(pipeline, textField: textField, idField: idField)
      while let line = try input.line(atMost: Input.longest) {
        try bench.add(bytes: line.count) { [line = Array(line)] in
          let answer = filter.answer(to: line[...])
          return (answer.line + [0x0A], answer.isError)
        }
      }
    } else {
      let bytes = try input.document()
      try bench.add(bytes: bytes.count) { [json] in
        let path = name == "-" ? nil : name
        return (
          json ? pipeline.line(of: bytes, path: path) + [0x0A] : pipeline.text(of: bytes), false
        )
      }
    }
  }

  private func answer(
    to page: WETReader.Page,
    of name: String,
    _ pipeline: Pipeline
  ) -> Workbench.Answer {
    if json || jsonl {
      let answer = pipeline.answer(to: page)
      return (answer.line + [0x0A], answer.isError)
    }
    guard let body = page.body else {
      Terminal.complain("\(name): \(page.url ?? "a page") is longer than \(Input.longest) bytes")
      return ([], true)
    }
    return (pipeline.text(of: body), false)
  }
}

extension CleanLevel: ExpressibleByArgument {}
