import Glibc

/// Standard output and standard error.
enum Terminal {
  /// Whether colours and progress are wanted: a person is looking, and did not say NO_COLOR.
  static let isColoured = isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil
  private static let hasProgress = isatty(STDERR_FILENO) == 1

  /// Writes bytes to standard output; a reader who has gone away ends the program quietly.
  static func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      if written < 0 {
        if errno != EPIPE { complain("standard output: \(String(cString: strerror(errno)))") }
        throw ExitStatus.refused
      }
      rest = rest.dropFirst(written)
    }
  }

  static func say(_ text: String) throws { try write(Array((text + "\n").utf8)) }

  /// One line on standard error.
  static func complain(_ sentence: String) { note("winnow: \(sentence)\n") }

  /// Shows how far a long command has got, on a terminal only, over the line shown before.
  static func progress(_ sentence: String) {
    if hasProgress { note("\r\u{1B}[K\(sentence)") }
  }

  /// Takes the progress away.
  static func endProgress() {
    if hasProgress { note("\r\u{1B}[K") }
  }

  private static func note(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
