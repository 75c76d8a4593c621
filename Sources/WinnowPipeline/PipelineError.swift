import WinnowClean
import WinnowIO
import WinnowNames
import WinnowTOML

/// Why a document can't be worked on, sorted by what the caller can do about it.
package enum PipelineError: Error, CustomStringConvertible {
  /// A setting or a rule is wrong.
  case configuration(ConfigurationError)
  /// A scheme or an entry of the gazetteer is wrong.
  case names(NamesError)
  /// The line model is damaged or of another version.
  case badModel(Path, LineModelError)
  /// A file of the configuration can't be read.
  case unconfigured(SystemError)
  /// A file that the user named, or one of winnow's own, can't be read or written.
  case unreadable(SystemError)
  /// What came in is not what was wanted.
  case badInput(String)

  package var description: String {
    switch self {
    case .configuration(let error): error.description
    case .names(let error): error.description
    case .badModel(let path, let error): "\(path): \(error)"
    case .unconfigured(let error), .unreadable(let error): error.description
    case .badInput(let sentence): sentence
    }
  }
}
