import ArgumentParser
import WinnowService

/// What the shell is told, after sysexits.h where that has a word for it.
enum ExitStatus {
  /// Problems were found.
  static let problems = ExitCode(1)
  static let notRunning = ExitCode(3)
  static let badInput = ExitCode(65)
  static let refused = ExitCode(74)
  static let tryLater = ExitCode(75)
  static let configuration = ExitCode(78)

  static func of(_ error: ServiceError) -> ExitCode {
    switch error {
    case .names, .configuration, .badModel, .unconfigured: configuration
    case .badInput: badInput
    case .unreadable, .queue, .store: error.isBusy ? tryLater : refused
    }
  }
}

/// Says what is wrong in one line and ends the program with the status for it.
func reporting<Answer: ~Copyable>(_ body: () throws(ServiceError) -> Answer) throws -> Answer {
  do throws(ServiceError) {
    return try body()
  } catch {
    Terminal.complain("\(error)")
    throw ExitStatus.of(error)
  }
}
