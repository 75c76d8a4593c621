import Glibc
import WinnowIO
import WinnowRecord

/// The records of a store for those who only read, beside a running writer or without one.
package struct Archive: Sendable {
  package let directory: Directory

  package init(_ directory: Directory) { self.directory = directory }

  /// The line of a record, without its newline.
  ///
  /// - Throws: `.noRecord` where no whole record of that length stands there.
  package func line(at place: Place) throws(StoreError) -> [UInt8] {
    let reader = try open(place.segment, from: place.offset)
    if let line = try reader.next(), line.bytes.count == place.length,
      (try? Seal.open(line.bytes)) != nil
    {
      return Array(line.bytes)
    }
    throw .noRecord(directory.path.appending(reader.segment.name), offset: place.offset)
  }

  /// Opens a segment by its number, even while it is being closed or compressed.
  package func open(_ number: Int, from offset: Int = 0) throws(StoreError) -> SegmentReader {
    var tries = 0
    while true {
      let segments = try SegmentList(directory)
      let segment =
        segments.all.first { $0.number == number } ?? SegmentFile(number: number, form: .raw)
      do throws(StoreError) {
        let reader = try SegmentReader(segment, in: directory, from: offset)
        // The active name may have passed on to the next segment before it was opened.
        if segment.form != .active { return reader }
        if try SegmentList(directory).active.number == number { return reader }
      } catch {
        guard case .refused(let cause, _) = error, cause.code == ENOENT, tries < 3 else {
          throw error
        }
      }
      tries += 1
    }
  }

  /// Where a document's record stands, by the ledger or, where it has none, by reading all.
  package func find(_ id: DocumentID) throws(StoreError) -> Place? {
    if let ledger = try? LedgerOpening.openForReading(directory) {
      defer { ledger.close() }
      if let place = try? ledger.find(id) { return place }
    }
    for segment in try SegmentList(directory).all {
      guard let reader = try openIfThere(segment.number) else { continue }
      while let line = try reader.next() {
        if let found = try? Seal.open(line.bytes), found == id { return line.place }
      }
    }
    return nil
  }

  /// How many records the ledger knows; nil where it can't be asked.
  package var count: Int? {
    guard let ledger = try? LedgerOpening.openForReading(directory) else { return nil }
    defer { ledger.close() }
    return try? ledger.count()
  }

  /// Calls with each record from a position on, in the order of the store, until false is returned.
  ///
  /// Lines that are no records are passed over.
  package func forEachRecord(
    from position: Position = .start,
    _ body: (Place, ArraySlice<UInt8>) throws(StoreError) -> Bool
  ) throws(StoreError) {
    for segment in try SegmentList(directory).all where segment.number >= position.segment {
      let offset = segment.number == position.segment ? position.offset : 0
      guard let reader = try openIfThere(segment.number, from: offset) else { continue }
      while let line = try reader.next() {
        if (try? Seal.open(line.bytes)) == nil { continue }
        if try !body(line.place, line.bytes) { return }
      }
    }
  }

  /// The sources' memory as the ledger keeps it: nothing, from the start, where there is no ledger.
  package func memory() throws(StoreError) -> KeptMemory {
    do throws(LedgerOpening.Fault) {
      guard let ledger = try LedgerOpening.openForReading(directory) else {
        return KeptMemory(rows: [:], position: .start)
      }
      defer { ledger.close() }
      do throws(StoreError) {
        return try ledger.memory()
      } catch {
        throw .refused(error)
      }
    } catch {
      throw error.sentence(directory)
    }
  }

  /// The same, but nil for the active segment of a store that has none yet.
  func openIfThere(
    _ number: Int,
    from offset: Int = 0
  ) throws(StoreError) -> SegmentReader? {
    do throws(StoreError) {
      return try open(number, from: offset)
    } catch {
      if case .refused(let cause, _) = error, cause.code == ENOENT { return nil }
      throw error
    }
  }
}
