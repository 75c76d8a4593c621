import ArgumentParser
import WinnowCommand
import WinnowPipeline
import WinnowService

extension ServiceError: CommandError {
  package var status: ExitCode {
    switch self {
    case .pipeline(let error): error.status
    case .queue, .store: isBusy ? ExitStatus.tryLater : ExitStatus.refused
    }
  }
}
