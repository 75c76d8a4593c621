import WinnowClean
import WinnowIO
import WinnowRecord
import WinnowStore
import WinnowText

/// What winnow has learnt of the sources, as the records of a store gave it.
extension Memory {
  /// Reads what the ledger keeps, and counts the records after it.
  package init(learntFrom directory: Directory) throws(ServiceError) {
    do throws(StoreError) {
      let archive = Archive(directory)
      let forgotten = try Forgotten(directory)
      let kept = try archive.memory()
      let known = Memory(kept.rows)
      var memory = known ?? Memory()
      try archive.forEachRecord(from: known == nil ? .start : kept.position) { place, line in
        guard let source = Record.path(in: line).flatMap(Record.source(ofPath:)),
          forgotten.counts(place, of: source), let original = try? Restorer.restore(line)
        else { return true }
        memory.add(PageLines(Document(original)), of: source)
        return true
      }
      self = memory
    } catch {
      throw .store(error)
    }
  }
}
