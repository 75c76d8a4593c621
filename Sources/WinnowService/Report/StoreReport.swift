import WinnowClean
import WinnowIO
import WinnowPipeline
import WinnowQueue
import WinnowRecord
import WinnowStore

/// What came into the store in a period, and what was done with it.
package struct StoreReport {
  let period: Period
  private(set) var totals = StoreTotals()
  /// Files that were set aside in the period, by reason.
  private(set) var setAside = BoundedTable<Count>(mostKeys: 500)
  /// Lines that are no records, and segments that can't be read to their end.
  private(set) var damages = 0
  /// The first few of them, and what is only being written, a line each.
  private(set) var damage: [String] = []
  /// What a rule's id means.
  let reason: (String) -> String?
  let when = WallTime.text()

  private static let mostDamage = 20

  /// Reads the whole store, and tells now and then how many records it has read.
  package init(
    _ configuration: Configuration,
    _ period: Period,
    progress: (Int) -> Void
  ) throws(ServiceError) {
    self.period = period
    let cleaner = Pipeline(configuration).cleaner
    reason = { cleaner.reason(for: $0) }
    try readStore(configuration, progress)
    try readQuarantine(configuration)
  }

  private mutating func readStore(
    _ configuration: Configuration,
    _ progress: (Int) -> Void
  ) throws(ServiceError) {
    let directory: Directory
    do throws(SystemError) {
      directory = try Directory(at: configuration.root.store)
    } catch {
      throw .unreadable(error)
    }
    var (totals, count) = (totals, 0)
    var (damages, damage) = (damages, damage)
    do throws(StoreError) {
      try Archive(directory).forEachRecord { finding in
        if finding.weight == .problem { damages += 1 }
        guard damage.count < Self.mostDamage else { return }
        damage.append("\(finding.file): byte \(finding.offset): \(finding.sentence)")
      } _: { line in
        count += 1
        if count.isMultiple(of: 256) { progress(count) }
        do throws(JSONReader.Malformed) {
          let record = try RecordOutline(line)
          let received = record.received.flatMap { Moment($0) }
          if period.contains(received) { totals.add(record, received: received) }
          return nil
        } catch {
          return "byte \(error.at) of the line: \(error.wanted) is missing"
        }
      }
    } catch {
      throw .store(error)
    }
    self.totals = totals
    (self.damages, self.damage) = (damages, damage)
  }

  private mutating func readQuarantine(_ configuration: Configuration) throws(ServiceError) {
    // To open a spool makes what is missing of it, and a report leaves no traces.
    guard (try? Directory(at: configuration.root.spool.appending("quarantine"))) != nil else {
      return
    }
    let quarantine = Quarantine(try Daemon.openSpool(configuration))
    var reasons = setAside
    do throws(QueueError) {
      try quarantine.forEach { entry throws(QueueError) in
        if period.contains(entry.when.flatMap { Moment($0) }) {
          reasons.add(entry.reason.reason) { $0.weight += 1 }
        }
        return true
      }
    } catch {
      throw .queue(error)
    }
    setAside = reasons
  }
}
