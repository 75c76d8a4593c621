import WinnowClean
import WinnowIO
import WinnowNames
import WinnowQueue
import WinnowStore
import WinnowTOML

/// Why a command can't do what it was asked, sorted by what the caller can do about it.
package enum ServiceError: Error, CustomStringConvertible {
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
  case queue(QueueError)
  case store(StoreError)
  /// What came in is not what was wanted.
  case badInput(String)

  /// Whether another process has what is wanted, and trying later may help.
  package var isBusy: Bool {
    guard case .store(let error) = self, case .inUse = error else { return false }
    return true
  }

  package var description: String {
    switch self {
    case .configuration(let error): error.description
    case .names(let error): error.description
    case .badModel(let path, let error): "\(path): \(error)"
    case .unconfigured(let error), .unreadable(let error): error.description
    case .queue(let error): error.description
    case .store(let error): error.description
    case .badInput(let sentence): sentence
    }
  }
}
