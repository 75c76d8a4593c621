import Glibc
import WinnowClean
import WinnowIO
import WinnowTOML

/// What `etc/winnow` says of boilerplate: rules, and the line model.
struct Judges: Sendable {
  let rules: RuleSet
  /// nil where there is no model, and rules alone decide.
  let model: LineScorer?
  /// All of the files.
  let digestible: [UInt8]

  /// Reads all of it, and a rule file that is on trial.
  init(_ root: Root, onTrial: String?) throws(PipelineError) {
    var files = try ConfigurationFile.all(in: root.rules)
    if let onTrial { files.append(try Self.ruleFile(Path(onTrial))) }
    do throws(ConfigurationError) {
      var parsed: [RuleFile] = []
      for file in files {
        parsed.append(try RuleFile(file: file.path.description, text: file.text))
      }
      rules = try RuleSet(parsed)
    } catch {
      throw .configuration(error)
    }
    let weights = try Self.modelFile(root.model)
    do throws(LineModelError) {
      model = try weights.map { bytes throws(LineModelError) in
        try LineScorer(try LineModel(reading: bytes))
      }
    } catch {
      throw .badModel(root.model, error)
    }
    digestible = files.flatMap(\.digestible) + (weights ?? [])
  }

  private static func modelFile(_ path: Path) throws(PipelineError) -> [UInt8]? {
    do throws(SystemError) {
      let file = try OwnedDescriptor(at: path)
      return try file.readAll(limit: ConfigurationFile.largest, expected: 1 << 20, path)
    } catch {
      if error.code == ENOENT { return nil }
      throw .unconfigured(error)
    }
  }

  private static func ruleFile(_ path: Path) throws(PipelineError) -> ConfigurationFile {
    do throws(SystemError) {
      return try ConfigurationFile(path)
    } catch {
      throw .unconfigured(error)
    }
  }
}
