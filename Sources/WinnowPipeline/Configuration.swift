import Glibc
import WinnowClean
import WinnowIO
import WinnowNames
import WinnowRecord
import WinnowTOML

/// Everything under `etc/winnow`, read and compiled as one step or not at all.
package struct Configuration: Sendable {
  package let root: Root
  package private(set) var settings: Settings
  /// The file that was named instead of the root's own.
  package let settingsFile: String?
  package let rules: RuleSet
  /// The line model; nil where there is none, and rules alone decide.
  package let model: LineScorer?
  private let knowledge: Knowledge
  private let contents: DocumentID

  /// All that is known of names.
  package var gazetteer: Gazetteer { knowledge.gazetteer }

  /// Reads the settings and the rules; a settings file other than the root's own must be there.
  ///
  /// A rule file that is on trial is read beside the root's own. Names that have not changed since
  /// an older configuration are taken from it: most of the time goes into them.
  package init(
    root: Root,
    settingsFile: String?,
    onTrial: String? = nil,
    since old: Configuration? = nil
  ) throws(PipelineError) {
    self.root = root
    self.settingsFile = settingsFile
    settings = try Self.settings(root: root, file: settingsFile)
    let judges: Judges
    (judges, knowledge) = try both { () throws(PipelineError) in
      try Judges(root, onTrial: onTrial)
    } and: { () throws(PipelineError) in
      try Knowledge(root, since: old?.knowledge)
    }
    (rules, model) = (judges.rules, judges.model)
    contents = DocumentID(of: judges.digestible + knowledge.digest)
  }

  /// The same files as they are now.
  package func readAgain() throws(PipelineError) -> Configuration {
    try Configuration(root: root, settingsFile: settingsFile, since: self)
  }

  /// The same rules and names with other settings.
  package func with(_ settings: Settings) -> Configuration {
    var copy = self
    copy.settings = settings
    return copy
  }

  /// Short digest of the rules in force at a level and for a way of naming: every record carries it.
  package func digest(_ level: CleanLevel, _ naming: Settings.Naming) -> String {
    let words = "\(level.rawValue) \(naming.style.rawValue) \(naming.action.rawValue)"
    return String(Hex.text(DocumentID(of: contents.digest + Array(words.utf8)).digest).prefix(12))
  }

  /// How much there is, for a person.
  package var counts: String {
    "\(rules.rules.count) rules, \(gazetteer.schemes.schemes.count) schemes, \(gazetteer.count) names"
  }

  /// Runs the rules' own examples.
  package func checkExamples() throws(PipelineError) {
    if let broken = rules.firstBrokenExample() { throw .configuration(broken) }
    if let broken = gazetteer.schemes.firstBrokenExample() { throw .names(broken) }
    if let broken = gazetteer.firstFault() { throw .names(broken) }
  }

  /// Reads the settings alone; a file other than the root's own must be there.
  package static func settings(root: Root, file: String?) throws(PipelineError) -> Settings {
    let path = file.map { Path($0) } ?? root.settingsFile
    let text: String
    do throws(SystemError) {
      text = try ConfigurationFile(path).text
    } catch {
      if file == nil, error.code == ENOENT { return Settings() }
      throw .unconfigured(error)
    }
    do throws(ConfigurationError) {
      return try Settings(file: path.description, text: text)
    } catch {
      throw .configuration(error)
    }
  }
}
