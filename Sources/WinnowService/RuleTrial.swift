import WinnowPipeline
import WinnowRecord

/// What a rule file would remove beside what goes already.
package struct RuleTrial {
  private let before: Pipeline
  private let after: Pipeline

  /// Reads the rules that are in force, and a file on trial beside them.
  package init(_ configuration: Configuration, ruleFile: String) throws(PipelineError) {
    let trial = try Configuration(
      root: configuration.root,
      settingsFile: configuration.settingsFile,
      onTrial: ruleFile
    )
    try trial.checkExamples()
    before = Pipeline(configuration)
    after = Pipeline(trial)
  }

  /// A line of a document, and the rule by which it would go.
  package struct Removal: Sendable {
    package let text: String
    package let rule: String

    /// The same as a line of JSON, with the name of the document.
    package func json(of file: String) -> String {
      var out = JSONWriter()
      out.raw(#"{"file":"#)
      out.string(file)
      out.raw(#","rule":"#)
      out.string(rule)
      out.raw(#","text":"#)
      out.string(text)
      out.raw("}")
      return out.text
    }
  }

  /// The lines of a document that would go and now stay.
  package func newlyRemoved(from bytes: [UInt8]) -> [Removal] {
    var gone: [String: Int] = [:]
    for removed in Explanation(of: bytes, before).removed { gone[removed.text, default: 0] += 1 }
    return Explanation(of: bytes, after).removed.compactMap { removed in
      guard let count = gone[removed.text], count > 0 else {
        return Removal(text: removed.text, rule: removed.rule)
      }
      gone[removed.text] = count - 1
      return nil
    }
  }
}
