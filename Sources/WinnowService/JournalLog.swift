import Glibc
import Logging

/// Writes log lines to standard error, each beginning with its priority as journald reads it
/// (sd-daemon(3)), or without one on a terminal.
package struct JournalLog: LogHandler {
  package var metadata: Logger.Metadata = [:]
  package var logLevel = Logger.Level.info
  private let hasPriority = isatty(STDERR_FILENO) == 0

  /// A log for this process.
  package static func make(isVerbose: Bool = false) -> Logger {
    Logger(label: "winnow") { _ in
      var handler = JournalLog()
      if isVerbose { handler.logLevel = .debug }
      return handler
    }
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    let priority = hasPriority ? "<\(Self.priority(event.level))>" : ""
    let line = Array("\(priority)\(event.message)\n".utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  private static func priority(_ level: Logger.Level) -> Int {
    switch level {
    case .trace, .debug: 7
    case .info: 6
    case .notice: 5
    case .warning: 4
    case .error: 3
    case .critical: 2
    }
  }
}
