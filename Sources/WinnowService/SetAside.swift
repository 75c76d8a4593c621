import WinnowIO
import WinnowPipeline
import WinnowQueue
import WinnowRecord

/// The quarantine as a person sees it.
package struct SetAside {
  private let quarantine: Quarantine

  package init(_ configuration: Configuration) throws(ServiceError) {
    quarantine = Quarantine(try Daemon.openSpool(configuration))
  }

  /// What is set aside.
  package func list() throws(ServiceError) -> [Quarantine.Entry] {
    var entries: [Quarantine.Entry] = []
    do throws(QueueError) {
      try quarantine.forEach { entry throws(QueueError) in
        entries.append(entry)
        return true
      }
    } catch {
      throw .queue(error)
    }
    return entries
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
        if let path = try quarantine.retry(Path(argument: name)) {
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

extension Quarantine.Entry {
  /// One line for a person: its name, when it was set aside, and why.
  package var line: String {
    "\(path): \(when ?? "at an unknown time"): \(reason.reason): \(reason.detail)"
  }

  package var json: String {
    var out = JSONWriter()
    out.raw(#"{"name":"#)
    out.string(path.text)
    out.raw(#","path":"#)
    out.string(original.text)
    out.raw(#","when":"#)
    out.string(when)
    out.raw(#","reason":"#)
    out.string(reason.reason)
    out.raw(#","detail":"#)
    out.string(reason.detail)
    out.raw(#","errno":\#(reason.errno.map { String($0) } ?? "null")}"#)
    return out.text
  }
}
