import WinnowPipeline

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

  /// The lines of a document that would go and now stay, each with its rule.
  package func newlyRemoved(from bytes: [UInt8]) -> [(text: String, rule: String)] {
    var gone: [String: Int] = [:]
    for removed in Explanation(of: bytes, before).removed { gone[removed.text, default: 0] += 1 }
    return Explanation(of: bytes, after).removed.filter { removed in
      guard let count = gone[removed.text], count > 0 else { return true }
      gone[removed.text] = count - 1
      return false
    }
  }
}
