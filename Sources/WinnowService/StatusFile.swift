import Glibc
import WinnowIO
import WinnowPipeline
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

  /// Room on the store's disk.
  var bytesLeft: Int? { directory.bytesLeft }

  func write(
    _ facts: DaemonFacts,
    started: Int64,
    rate: Double?,
    errors: RecentErrors,
    troubles: [String]
  ) {
    var out = JSONWriter()
    out.raw(#"{"pid":\#(getpid()),"version":"#)
    out.string(Version.text)
    out.raw(#","started":"#)
    out.string(WallTime.text(started))
    out.raw(#","when":"#)
    out.string(WallTime.text())
    out.raw(#","stored":\#(facts.tally.stored),"duplicates":\#(facts.tally.duplicates)"#)
    out.raw(#","quarantined":\#(facts.tally.allQuarantined),"put_off":\#(facts.tally.putOff)"#)
    out.raw(#","rate":\#(rate.map(Hundredths.text) ?? "null"),"in_flight":\#(facts.inFlight)"#)
    out.raw(#","delayed":\#(facts.delayed),"ignored":\#(facts.watch.ignored),"rules":"#)
    out.string(facts.rules)
    out.raw(#","troubles":["#)
    for (number, trouble) in troubles.enumerated() {
      if number > 0 { out.raw(",") }
      out.string(trouble)
    }
    out.raw(#"],"errors":["#)
    for (number, error) in errors.entries.enumerated() {
      if number > 0 { out.raw(",") }
      out.raw(#"{"when":"#)
      out.string(WallTime.text(error.when))
      out.raw(#","what":"#)
      out.string(error.what)
      out.raw("}")
    }
    out.raw("]}\n")
    do throws(SystemError) {
      try directory.replace(Self.name, with: out.bytes, durable: false)
    } catch {
      // A full disk has no room for a new file; what the old one has is room enough to say so.
      try? overwrite(out.bytes)
    }
  }

  private func overwrite(_ bytes: [UInt8]) throws(SystemError) {
    let path = directory.path.appending(Self.name)
    let file = try directory.open(Self.name, O_WRONLY)
    try file.writeAll(bytes, path)
    try file.truncate(to: bytes.count, path)
  }

  func remove() { try? directory.remove(Self.name) }
}
