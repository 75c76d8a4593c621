import Glibc
import WinnowCommand
import WinnowPipeline
import WinnowService

/// Tells the status again each second: over the page told before on a terminal, and page after page
/// into a pipe.
struct StatusWatch {
  /// A page comes each second, so that counting may not take long.
  private static let patience: Int64 = 100_000_000

  private let root: Root
  private let settings: Settings
  private let isJSON: Bool
  private let redraws: Bool

  init(_ root: Root, _ settings: Settings, json: Bool) {
    self.root = root
    self.settings = settings
    isJSON = json
    redraws = Terminal.canRedraw && !json
  }

  /// Returns after SIGINT, SIGTERM or SIGHUP, the terminal as it was and the last page on it.
  func run() throws {
    // Taken one by one, so that none comes while the terminal is half drawn.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGWINCH] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var report = try look()
    if redraws { try Terminal.enterScreen() }
    try tell(report)
    var canLook = true
    while canLook, try goesOn(&signals) {
      let next = try? StatusReport(root, settings, patience: Self.patience)
      canLook = next != nil
      report = next ?? report
      try tell(report)
    }
    if redraws {
      try Terminal.leaveScreen()
      try Terminal.say(StatusPage(report).text)
    }
    // Says why, now that it can be read.
    if !canLook { _ = try look() }
  }

  private func look() throws -> StatusReport {
    try reporting { () throws(ServiceError) in
      try StatusReport(root, settings, patience: Self.patience)
    }
  }

  private func tell(_ report: StatusReport) throws {
    if isJSON { return try Terminal.say(report.json) }
    let page = StatusPage(report)
    if redraws { return try Terminal.draw(page.lines(width: Terminal.size.columns)) }
    try Terminal.say("\(page.text)\n")
  }

  /// Waits for a second, or for the terminal to change its size; false where it is time to end.
  private func goesOn(_ signals: inout sigset_t) throws -> Bool {
    var second = timespec(tv_sec: 1, tv_nsec: 0)
    let number = sigtimedwait(&signals, nil, &second)
    if number == SIGTSTP {
      if redraws { try Terminal.leaveScreen() }
      raise(SIGSTOP)
      if redraws { try Terminal.enterScreen() }
    }
    return ![SIGINT, SIGTERM, SIGHUP].contains(number)
  }
}
