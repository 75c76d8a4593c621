import Glibc
import WinnowService

/// Tells the status again each second: over the page told before on a terminal, and page after page
/// into a pipe.
struct StatusWatch {
  private let root: Root
  private let settings: Settings
  private let isScreen = Terminal.canRedraw

  init(_ root: Root, _ settings: Settings) {
    self.root = root
    self.settings = settings
  }

  /// Returns after SIGINT or SIGTERM, the terminal as it was and the last page on it.
  func run(json: Bool) throws {
    // Taken one by one, so that no signal comes while the terminal is half drawn.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGWINCH] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let redraws = isScreen && !json
    if redraws { try Terminal.enterScreen() }
    var last = ""
    do {
      var isFirst = true
      repeat {
        let report = StatusReport(root, settings, patience: 100_000_000)
        let page = StatusPage(report)
        if json {
          try Terminal.say(report.json)
        } else if redraws {
          try Terminal.draw(page.lines(width: Terminal.size.columns))
        } else {
          try Terminal.say((isFirst ? "" : "\n") + page.lines(width: nil).joined(separator: "\n"))
        }
        last = page.lines(width: nil).joined(separator: "\n")
        isFirst = false
      } while !isTold(&signals)
    } catch {
      if redraws { try? Terminal.leaveScreen() }
      throw error
    }
    if redraws {
      try Terminal.leaveScreen()
      try Terminal.say(last)
    }
  }

  /// Waits for a second, or for the terminal to change its size; true where it is time to end.
  private func isTold(_ signals: inout sigset_t) -> Bool {
    var second = timespec(tv_sec: 1, tv_nsec: 0)
    let number = sigtimedwait(&signals, nil, &second)
    return number > 0 && number != SIGWINCH
  }
}
