import Glibc
import WinnowIO
import WinnowRecord
import WinnowWatch

/// What a running daemon leaves for `winnow status` to read, in the store's directory.
final class StatusFile: Sendable {
  static let name: Path = "status.json"
  private let directory: Directory

  init(_ configuration: Configuration) throws(ServiceError) {
    do throws(SystemError) {
      directory = try Directory(at: configuration.root.store)
    } catch {
      throw .unreadable(error)
    }
  }

  func write(_ facts: DaemonFacts) {
    var out = JSONWriter()
    out.raw(#"{"pid":\#(getpid()),"when":"#)
    out.string(WallTime.text())
    out.raw(#","stored":\#(facts.tally.stored),"duplicates":\#(facts.tally.duplicates)"#)
    out.raw(#","quarantined":\#(facts.tally.quarantined),"in_flight":\#(facts.inFlight)"#)
    out.raw(#","delayed":\#(facts.delayed),"ignored":\#(facts.watch.ignored),"rules":"#)
    out.string(facts.rules)
    out.raw(#","troubles":["#)
    for (number, trouble) in facts.troubles.enumerated() {
      if number > 0 { out.raw(",") }
      out.string(trouble)
    }
    out.raw(#"],"last_error":"#)
    out.string(facts.lastError)
    out.raw("}\n")
    // A full disk must not stop the daemon: an old status is better than none.
    try? directory.replace(Self.name, with: out.bytes, durable: false)
  }

  func remove() { try? directory.remove(Self.name) }
}
