import Glibc
import WinnowClean
import WinnowIO
import WinnowRecord
import WinnowTOML

/// Everything under `etc/winnow`, read and compiled as one step or not at all.
package struct Configuration: Sendable {
  package let root: Root
  package let settings: Settings
  /// The file that was named instead of the root's own.
  let settingsFile: String?
  let rules: RuleSet
  /// The line model; nil where there is none, and rules alone decide.
  let model: LineScorer?
  private let contents: DocumentID

  /// Files larger than this are no rules.
  private static let largestFile = 16 << 20

  /// Reads the settings and the rules; a settings file other than the root's own must be there.
  ///
  /// A rule file that is on trial is read beside the root's own.
  package init(
    root: Root,
    settingsFile: String?,
    onTrial: String? = nil
  ) throws(ServiceError) {
    self.root = root
    self.settingsFile = settingsFile
    settings = try Self.settings(
      settingsFile.map { Path($0) } ?? root.settingsFile,
      isOptional: settingsFile == nil
    )
    var files = try Self.ruleFiles(root.rules)
    if let onTrial { files.append(try Self.ruleFile(Path(onTrial))) }
    var parsed: [RuleFile] = []
    do throws(ConfigurationError) {
      for file in files {
        parsed.append(try RuleFile(file: file.path.description, text: file.text))
      }
      rules = try RuleSet(parsed)
    } catch {
      throw .configuration(error)
    }
    // Names and bytes, each ended by a NUL, so that no two sets of files look alike.
    var all: [UInt8] = []
    for file in files { all += file.path.name.bytes + [0] + Array(file.text.utf8) + [0] }
    let weights = try Self.modelFile(root.model)
    do throws(LineModelError) {
      model = try weights.map { bytes throws(LineModelError) in
        try LineScorer(try LineModel(reading: bytes))
      }
    } catch {
      throw .badModel(root.model, error)
    }
    contents = DocumentID(of: all + (weights ?? []))
  }

  /// Short digest of the rules in force at a level: every record carries it.
  package func digest(_ level: CleanLevel) -> String {
    String(Hex.text(DocumentID(of: contents.digest + Array(level.rawValue.utf8)).digest).prefix(12))
  }

  package var ruleCount: Int { rules.rules.count }

  /// Runs the rules' own examples.
  package func checkExamples() throws(ServiceError) {
    if let broken = rules.firstBrokenExample() { throw .configuration(broken) }
  }

  private static func settings(_ path: Path, isOptional: Bool) throws(ServiceError) -> Settings {
    let text: String
    do throws(SystemError) {
      text = try read(path)
    } catch {
      if isOptional, error.code == ENOENT { return Settings() }
      throw .unconfigured(error)
    }
    do throws(ConfigurationError) {
      return try Settings(file: path.description, text: text)
    } catch {
      throw .configuration(error)
    }
  }

  private static func modelFile(_ path: Path) throws(ServiceError) -> [UInt8]? {
    do throws(SystemError) {
      let file = try OwnedDescriptor(at: path)
      return try file.readAll(limit: largestFile, expected: 1 << 20, path)
    } catch {
      if error.code == ENOENT { return nil }
      throw .unconfigured(error)
    }
  }

  private static func ruleFile(_ path: Path) throws(ServiceError) -> (path: Path, text: String) {
    do throws(SystemError) {
      return (path, try read(path))
    } catch {
      throw .unconfigured(error)
    }
  }

  private static func ruleFiles(_ path: Path) throws(ServiceError) -> [(path: Path, text: String)] {
    do throws(SystemError) {
      var names: [Path] = []
      try Directory(at: path).forEachEntry { entry throws(SystemError) in
        if entry.name.text.hasSuffix(".toml"), entry.name.bytes.first != UInt8(ascii: ".") {
          names.append(entry.name)
        }
        return true
      }
      var files: [(Path, String)] = []
      for name in names.sorted() {
        files.append((path.appending(name), try read(path.appending(name))))
      }
      return files
    } catch {
      throw .unconfigured(error)
    }
  }

  private static func read(_ path: Path) throws(SystemError) -> String {
    let file = try OwnedDescriptor(at: path)
    return String(
      decoding: try file.readAll(limit: largestFile, expected: 4096, path),
      as: UTF8.self
    )
  }
}
