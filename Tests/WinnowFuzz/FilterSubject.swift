import WinnowPipeline
import WinnowRecord

/// What is fuzzed of the pipeline.
extension Subject {
  private static let filter: LineFilter = {
    do {
      let configuration = try Configuration(root: Root("."), settingsFile: nil)
      return LineFilter(Pipeline(configuration), textField: "text", idField: "id")
    } catch { fatalError("\(error)") }
  }()

  /// An error or settings, whatever the text.
  static func read(settings text: String) { _ = try? Settings(file: "f", text: text) }

  /// One line of JSON for each line, whatever it is.
  static func answer(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let answer = filter.answer(to: line)
      precondition(!answer.line.contains(0x0A), "an answer of two lines")
      precondition(String(validating: answer.line, as: UTF8.self) != nil, "an answer not in UTF-8")
      var reader = JSONReader(answer.line[...])
      precondition((try? reader.raw())?.count == answer.line.count, "an answer that is not JSON")
      if answer.isError { continue }
      precondition((try? Restorer.restore(answer.line[...])) != nil, "not restored")
    }
  }
}
