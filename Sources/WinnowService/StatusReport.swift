import WinnowIO
import WinnowQueue
import WinnowRecord
import WinnowStore

/// How winnow is doing, as seen from outside: the spool as it lies there, and what a running daemon
/// last said of itself.
package struct StatusReport: Sendable {
  package enum Health: String, Sendable { case well, degraded, stopped }

  package let health: Health
  private let census: Census
  /// Seconds that the oldest file has been waiting.
  private let lag: Int?
  private let bytesLeft: Int?
  private let said: DaemonSaid?
  private let lock: String?

  package init(_ configuration: Configuration) throws(ServiceError) {
    let root = configuration.root
    let inbox = configuration.settings.inbox
    do throws(QueueError) {
      census = try Census(
        parent: root.spool,
        inbox: inbox.isEmpty ? root.spool.appending("inbox") : root.path.appending(inbox)
      )
    } catch {
      throw .queue(error)
    }
    lag = census.oldest.map { max(0, Int((Clock.wall - $0) / 1_000_000_000)) }
    let directory = try? Directory(at: root.store)
    bytesLeft = directory?.bytesLeft
    lock = directory.flatMap { StoreLock.holder(of: $0) }
    said = directory.flatMap { DaemonSaid(in: $0) }
    health = lock == nil ? .stopped : said?.troubles.isEmpty ?? true ? .well : .degraded
  }

  /// For a person, one fact a line.
  package var text: String {
    var lines = ["winnow is \(sentence)"]
    let age = lag.map { ", the oldest for \($0) s" } ?? ""
    lines.append("waiting      \(census.waiting)\(age)")
    lines.append("claimed      \(census.claimed)")
    lines.append("quarantined  \(census.quarantined)")
    if let said {
      lines.append("stored       \(said.stored) since the start, \(said.duplicates) duplicates")
      lines.append("rules        \(said.rules)")
      for trouble in said.troubles { lines.append("trouble      \(trouble)") }
      if let error = said.lastError { lines.append("last error   \(error)") }
    }
    if let bytesLeft { lines.append("disk left    \(bytesLeft >> 20) MiB") }
    return lines.joined(separator: "\n")
  }

  private var sentence: String {
    switch health {
    case .stopped: "not running"
    case .well: "running well: \(lock ?? "")"
    case .degraded: "running, with trouble: \(lock ?? "")"
    }
  }

  /// The same as one line of JSON.
  package var json: String {
    var out = JSONWriter()
    out.raw(#"{"health":"#)
    out.string(health.rawValue)
    out.raw(#","waiting":\#(census.waiting),"oldest_seconds":\#(lag.map(String.init) ?? "null")"#)
    out.raw(#","claimed":\#(census.claimed),"quarantined":\#(census.quarantined),"disk_left":"#)
    out.raw(bytesLeft.map(String.init) ?? "null")
    out.raw(#","daemon":"#)
    out.raw(said?.json ?? "null")
    out.raw("}")
    return String(decoding: out.bytes, as: UTF8.self)
  }
}
