import Dispatch
import WinnowClean
import WinnowIO
import WinnowPipeline
import WinnowRecord
import WinnowStore
import WinnowText

/// Brings records that were made elsewhere into the store, each document once.
package struct RecordImport {
  /// At most so much is on its way to the disk.
  private static let recordsAtOnce = 512
  private static let bytesAtOnce = 1 << 22

  private let store: Store
  private let learner: Learner
  private var underway: Set<DocumentID> = []
  private var underwayBytes = 0
  private var stored = 0
  private var duplicates = 0
  private var bad = 0

  /// Opens the store, which no daemon may have.
  package init(_ configuration: Configuration) throws(ServiceError) {
    let directory: Directory
    do throws(SystemError) {
      directory = try Directory(making: configuration.root.store)
    } catch {
      throw .unreadable(error)
    }
    var settings = configuration.settings.store
    settings.keepsDuplicates = false
    do throws(StoreError) {
      store = try Store.open(directory, settings, purpose: .importing)
    } catch {
      throw .store(error)
    }
    learner = Learner(try Memory(learntFrom: directory))
  }

  /// Imports a file, or standard input for `-`; each line that is no record is told of and skipped.
  ///
  /// - Throws: `.store` where nothing more can be stored, else what is wrong with the file.
  package mutating func add(
    _ name: String,
    told: (String) -> Void,
    progress: (String) -> Void
  ) throws(ServiceError) {
    let input = try Self.reading { () throws(PipelineError) in try Input(name) }
    var number = 0
    while let line = try Self.reading({ () throws(PipelineError) in try input.line() }) {
      number += 1
      if line.isEmpty || line.starts(with: LineFilter.trailerStart) { continue }
      let record: ImportedRecord
      do throws(RecordError) {
        record = try ImportedRecord(line, received: WallTime.text())
      } catch {
        bad += 1
        told("\(name):\(number): \(error)")
        continue
      }
      try add(record)
      if number.isMultiple(of: 256) { progress(summary) }
    }
    try settle()
  }

  /// Keeps what was learnt, lets go of the store, and says what was done.
  package func finish() -> (isSound: Bool, summary: String) {
    store.keep(learner.takeChanged())
    store.close(deadline: .now() + .seconds(9))
    return (bad == 0, summary)
  }

  private var summary: String { "\(stored) stored, \(duplicates) duplicates, \(bad) bad" }

  private static func reading<Answer>(
    _ body: () throws(PipelineError) -> Answer
  ) throws(ServiceError) -> Answer {
    do throws(PipelineError) { return try body() } catch { throw .pipeline(error) }
  }

  private mutating func add(_ record: ImportedRecord) throws(ServiceError) {
    if underway.contains(record.id) || store.contains(record.id) {
      duplicates += 1
      return
    }
    // As in the daemon: the memory of the sources is a function of the records that are stored.
    var changed: SourceRows = [:]
    if let source = record.path.flatMap(Record.source(ofPath:)) {
      changed = learner.learn(PageLines(Document(record.original)), of: source).changed
    }
    do throws(StoreError) {
      try store.append(line: record.line, id: record.id, memory: changed) { _ in }
    } catch {
      throw .store(error)
    }
    stored += 1
    underway.insert(record.id)
    underwayBytes += record.line.count
    if underway.count == Self.recordsAtOnce || underwayBytes >= Self.bytesAtOnce { try settle() }
  }

  /// Returns once all that was added is on the disk.
  private mutating func settle() throws(ServiceError) {
    while !store.flush(deadline: .now() + .seconds(1)) {
      if case .waiting(let sentence) = store.facts.state { throw .store(.waiting(sentence)) }
    }
    underway.removeAll(keepingCapacity: true)
    underwayBytes = 0
  }
}
