import Glibc
import WinnowIO
import WinnowPipeline
import WinnowQueue
import WinnowRecord
import WinnowStore

/// How winnow is doing, as seen from outside: the spool as it lies there, and what a running daemon
/// last said of itself.
package struct StatusReport: Sendable {
  package enum Health: String, Sendable { case well, degraded, stopped }

  let census: Census
  /// Records in the store; nil where the ledger can't be asked.
  let records: Int?
  let bytesLeft: Int?
  /// What a daemon last said: the one that runs or, where none does, the one that ran last and could
  /// not take it back.
  let said: DaemonSaid?
  /// Who has the store; nil where nobody has.
  let holder: StoreLock.Holder?
  /// Nanoseconds since 1970.
  let now: Int64

  /// Looks at the spool and the store; the files of one state are counted for so many nanoseconds.
  package init(_ root: Root, _ settings: Settings, patience: Int64) throws(ServiceError) {
    let directory: Directory?
    do throws(SystemError) {
      directory = try Directory(at: root.store)
    } catch {
      // Who may not look must not be told that nothing runs.
      if error.code != ENOENT { throw .unreadable(error) }
      directory = nil
    }
    self.init(
      census: Census(
        parent: root.spool,
        inbox: root.inbox(settings),
        patience: patience,
        countsDone: true
      ),
      records: directory.flatMap { Archive($0).count },
      bytesLeft: directory?.bytesLeft,
      said: directory.flatMap { DaemonSaid(in: $0) },
      holder: directory.flatMap { StoreLock.holder(of: $0) },
      now: Clock.wall
    )
  }

  init(
    census: Census,
    records: Int?,
    bytesLeft: Int?,
    said: DaemonSaid?,
    holder: StoreLock.Holder?,
    now: Int64
  ) {
    self.census = census
    self.records = records
    self.bytesLeft = bytesLeft
    // Another process may have the store now, one that says nothing of itself; on a disk that was full
    // at the start, the lock does not say whose it is.
    let isAnother = holder?.pid.map { $0 != said?.pid } ?? false
    self.said = isAnother ? nil : said
    self.holder = holder
    self.now = now
  }

  package var health: Health {
    if holder == nil { return .stopped }
    return troubles.isEmpty ? .well : .degraded
  }

  /// What keeps a running winnow from working as it should, one sentence each.
  var troubles: [String] {
    guard let holder else { return [] }
    guard let said else {
      switch holder.purpose {
      // They say nothing of themselves, and soon end.
      case .importing, .forgetting, .repairing: return []
      case .run, .once, nil:
        return ["it has not said how it is: starting, or waiting for the disk"]
      }
    }
    let silence = seconds(since: said.written)
    let isSilent = silence >= Self.longestSilence
    return said.troubles + (isSilent ? ["it has said nothing for \(Age.text(silence))"] : [])
  }

  /// The daemon writes each second.
  private static let longestSilence = 15

  /// Seconds that the oldest file has been waiting.
  var lag: Int? { census.oldest.map(seconds) }

  private func seconds(since when: Int64) -> Int { max(0, Int((now - when) / 1_000_000_000)) }

  /// One sentence for a person.
  package var headline: String {
    let name = holder?.description ?? ""
    return switch health {
    case .stopped:
      said.map { "winnow is not running: it ended without a word, and last wrote \($0.when)" }
        ?? "winnow is not running"
    case .well: "winnow is running well: \(name)"
    case .degraded: "winnow is running, with trouble: \(name)"
    }
  }

  /// What there is to tell, each with its word.
  package var rows: [(word: String, fact: String)] {
    let least = census.isOldestKnown ? "" : "at least "
    let age = lag.map { ", the oldest for \(least)\(Age.text($0))" } ?? ""
    var rows = [
      ("waiting", Self.text(census.waiting) + age), ("claimed", Self.text(census.claimed)),
      ("done", Self.text(census.done) + (records.map { "; \($0) records in the store" } ?? "")),
      ("quarantined", Self.text(census.quarantined)),
    ]
    if let said, holder != nil {
      if let rate = said.rate {
        rows.append(("rate", "\(Hundredths.text(rate)) documents a second, over the last minute"))
      }
      let counts = [
        "\(said.stored) stored", "\(said.duplicates) duplicates",
        "\(said.quarantined) quarantined", "\(said.putOff) put off",
      ]
      rows.append(("since", "\(said.started): \(counts.joined(separator: ", "))"))
      rows.append(("version", "\(said.version), rules \(said.rules)"))
    } else {
      rows.append(("version", Version.text))
    }
    if let bytesLeft { rows.append(("disk left", Self.size(bytesLeft))) }
    rows += troubles.map { ("trouble", $0) }
    rows += (said?.errors ?? []).map { ("error", "\($0.when) \($0.what)") }
    return rows
  }

  private static func text(_ count: Census.Count) -> String {
    guard let ended = count.ended else { return "\(count.files)" }
    return count.files == 0 ? "not known (\(ended))" : "more than \(count.files) (\(ended))"
  }

  /// A size to read, not to reckon with.
  private static func size(_ bytes: Int) -> String {
    bytes < 10 << 30 ? "\(bytes >> 20) MiB" : "\(bytes >> 30) GiB"
  }

  /// The same as one line of JSON.
  package var json: String {
    var out = JSONWriter()
    out.raw(#"{"health":"#)
    out.string(health.rawValue)
    out.raw(#","version":"#)
    out.string(Version.text)
    out.raw(#","waiting":\#(census.waiting.files),"oldest_seconds":\#(Self.json(lag))"#)
    out.raw(#","claimed":\#(census.claimed.files),"quarantined":\#(census.quarantined.files)"#)
    out.raw(#","done":\#(census.done.files),"more_than":["#)
    // The numbers that may be larger.
    let states = [
      ("waiting", census.waiting), ("claimed", census.claimed), ("quarantined", census.quarantined),
      ("done", census.done),
    ]
    var lowerBounds = states.filter { $1.ended != nil }.map { $0.0 }
    if !census.isOldestKnown { lowerBounds.append("oldest_seconds") }
    out.raw(lowerBounds.map { "\"\($0)\"" }.joined(separator: ","))
    out.raw(#"],"records":\#(Self.json(records)),"disk_left":\#(Self.json(bytesLeft))"#)
    out.raw(#","troubles":["#)
    for (number, trouble) in troubles.enumerated() {
      if number > 0 { out.raw(",") }
      out.string(trouble)
    }
    out.raw(#"],"daemon":"#)
    out.raw(said?.json ?? "null")
    out.raw("}")
    return out.text
  }

  private static func json(_ number: Int?) -> String { number.map(String.init) ?? "null" }
}
