import ArgumentParser
import WinnowPipeline

/// What the shell is told, after sysexits.h where that has a word for it.
package enum ExitStatus {
  /// Problems were found.
  package static let problems = ExitCode(1)
  package static let notRunning = ExitCode(3)
  package static let badInput = ExitCode(65)
  package static let refused = ExitCode(74)
  package static let tryLater = ExitCode(75)
  package static let configuration = ExitCode(78)
}

/// An error that a command can end with.
package protocol CommandError: Error, CustomStringConvertible {
  var status: ExitCode { get }
}

extension PipelineError: CommandError {
  package var status: ExitCode {
    switch self {
    case .names, .configuration, .badModel, .unconfigured: ExitStatus.configuration
    case .badInput: ExitStatus.badInput
    case .unreadable: ExitStatus.refused
    }
  }
}

/// Says what is wrong in one line and ends the program with the status for it.
package func reporting<Answer: ~Copyable, Failure: CommandError>(
  _ body: () throws(Failure) -> Answer
) throws -> Answer {
  do throws(Failure) {
    return try body()
  } catch {
    Terminal.complain("\(error)")
    throw error.status
  }
}
