import Glibc

/// Standard output and standard error.
package enum Terminal {
  /// Whether colours and progress are wanted: a person is looking, and did not say NO_COLOR.
  package static let isColoured = isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil
  /// Whether a page can be drawn over the one before.
  package static let canRedraw = isatty(STDOUT_FILENO) == 1 && !isDumb
  private static let isDumb = getenv("TERM").map { String(cString: $0) } ?? "dumb" == "dumb"
  private static let hasProgress = isatty(STDERR_FILENO) == 1

  /// Writes bytes to standard output; a reader who has gone away ends the program quietly.
  package static func write(_ bytes: [UInt8]) throws {
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

  /// Waits for a while; a reader who has gone away meanwhile ends the program as in `write`.
  package static func wait(milliseconds: Int32) throws {
    var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
    guard poll(&output, 1, milliseconds) > 0 else { return }
    raise(SIGPIPE)
    // Under systemd that signal is ignored.
    throw ExitStatus.refused
  }

  package static func say(_ text: String) throws { try write(Array((text + "\n").utf8)) }

  package enum Colour: Int { case red = 31, green, yellow }

  /// A text in a colour, where colours are wanted.
  package static func coloured(_ text: String, _ colour: Colour) -> String {
    isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// What the terminal holds now.
  package static var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return (80, 24)
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Begins a page of its own, without a cursor; what was on the terminal comes back with `leaveScreen`.
  package static func enterScreen() throws { try write(Array("\u{1B}[?1049h\u{1B}[?25l".utf8)) }

  package static func leaveScreen() throws { try write(Array("\u{1B}[?25h\u{1B}[?1049l".utf8)) }

  /// Draws lines over what was there, as many as fit.
  package static func draw(_ lines: [String]) throws {
    let shown = lines.prefix(size.rows).map { $0 + "\u{1B}[K" }.joined(separator: "\n")
    try write(Array("\u{1B}[H\(shown)\u{1B}[J".utf8))
  }

  /// One line on standard error.
  package static func complain(_ sentence: String) { note("winnow: \(sentence)\n") }

  /// Shows how far a long command has got, on a terminal only, over the line shown before.
  package static func progress(_ sentence: String) {
    if hasProgress { note("\r\u{1B}[K\(sentence)") }
  }

  /// Takes the progress away.
  package static func endProgress() {
    if hasProgress { note("\r\u{1B}[K") }
  }

  private static func note(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
