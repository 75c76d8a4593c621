import WinnowIO
import WinnowPipeline
import WinnowQueue
import WinnowStore

/// Why a command can't do what it was asked, sorted by what the caller can do about it.
package enum ServiceError: Error, CustomStringConvertible {
  case pipeline(PipelineError)
  case queue(QueueError)
  case store(StoreError)

  /// A file that the user named, or one of winnow's own, can't be read or written.
  package static func unreadable(_ error: SystemError) -> ServiceError {
    .pipeline(.unreadable(error))
  }

  /// What came in is not what was wanted.
  package static func badInput(_ sentence: String) -> ServiceError {
    .pipeline(.badInput(sentence))
  }

  /// Whether another process has what is wanted, and trying later may help.
  package var isBusy: Bool {
    guard case .store(let error) = self, case .inUse = error else { return false }
    return true
  }

  package var description: String {
    switch self {
    case .pipeline(let error): error.description
    case .queue(let error): error.description
    case .store(let error): error.description
    }
  }
}
