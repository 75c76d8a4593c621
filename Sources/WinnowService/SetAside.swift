import WinnowIO
import WinnowQueue

/// The quarantine as a person sees it.
package struct SetAside {
  private let quarantine: Quarantine

  package init(_ configuration: Configuration) throws(ServiceError) {
    quarantine = Quarantine(try Daemon.openSpool(configuration))
  }

  /// One line for each file: its name, when it was set aside, and why.
  package func list() throws(ServiceError) -> [String] {
    var lines: [String] = []
    do throws(QueueError) {
      try quarantine.forEach { entry throws(QueueError) in
        let reason = entry.reason
        lines.append(
          "\(entry.path): \(entry.when ?? "at an unknown time"): \(reason.reason): \(reason.detail)"
        )
        return true
      }
    } catch {
      throw .queue(error)
    }
    return lines
  }

  /// Moves files back to the inbox: all of them where none is named.
  ///
  /// - Returns: a line for each file that was sent, and the names that are not set aside.
  package func sendBack(
    _ names: [String]
  ) throws(ServiceError) -> (sent: [String], unknown: [String]) {
    var sent: [String] = []
    var unknown: [String] = []
    do throws(QueueError) {
      if names.isEmpty {
        try quarantine.retryAll { entry, path in sent.append("\(entry.path) -> \(path)") }
      }
      for name in names {
        if let path = try quarantine.retry(Path(name)) {
          sent.append("\(name) -> \(path)")
        } else {
          unknown.append(name)
        }
      }
    } catch {
      throw .queue(error)
    }
    return (sent, unknown)
  }
}
