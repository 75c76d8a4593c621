import WinnowIO
import WinnowRecord

/// Reads a store's records one after the other, and goes on with those that have come meanwhile.
///
/// Rotation and compression do not disturb it: it knows a place by segment and uncompressed byte.
/// Nothing is read that the ledger does not know to be on the disk.
package final class Follower {
  private let archive: Archive
  private var position: Position
  private var reader: SegmentReader?
  /// Bytes of the reader's segment that are on the disk.
  private var durableEnd = 0
  /// How the active segment looked when all of it had been read.
  private var idle: FileStatus?

  /// Begins behind a record, or with the first one.
  package init(_ directory: Directory, after place: Place? = nil) {
    archive = Archive(directory)
    position = place?.end ?? .start
  }

  /// The next record's line; nil where there is none for now.
  package func next() throws(StoreError) -> ArraySlice<UInt8>? {
    while true {
      if reader == nil { reader = try open() }
      guard let reader else { return nil }
      if let line = try reader.next() {
        guard line.place.end.offset <= durableEnd else {
          self.reader = nil
          return nil
        }
        position = line.place.end
        if (try? Seal.open(line.bytes)) != nil { return line.bytes }
      } else {
        self.reader = nil
        if reader.segment.form == .active { return nil }
        idle = nil
        position = Position(segment: reader.segment.number + 1, offset: 0)
      }
    }
  }

  /// Opens the segment that has what comes after the position; nil where nothing does.
  private func open() throws(StoreError) -> SegmentReader? {
    let active = try wanting("follow the store") { () throws(SystemError) in
      try archive.directory.status(SegmentFile.activeName)
    }
    if let active, active == idle { return nil }
    let segments = try SegmentList(archive.directory)
    guard segments.active.number >= position.segment else {
      throw .noRecord(
        archive.directory.path.appending(SegmentFile.activeName),
        offset: position.offset
      )
    }
    for segment in segments.all where segment.number >= position.segment {
      let offset = segment.number == position.segment ? position.offset : 0
      guard let reader = try archive.openIfThere(segment.number, from: offset) else { continue }
      durableEnd = reader.segment.form == .active ? durableEnd(of: segment.number) : .max
      if offset == active?.size { idle = active }
      return reader
    }
    return nil
  }

  /// How far the active segment is on the disk: all of it, where nobody writes and no ledger tells.
  private func durableEnd(of number: Int) -> Int {
    if let ledger = try? LedgerOpening.openForReading(archive.directory) {
      defer { ledger.close() }
      if let end = try? ledger.position() {
        if end.segment == number { return end.offset }
        return end.segment > number ? .max : 0
      }
    }
    return StoreLock.holder(of: archive.directory) == nil ? .max : 0
  }
}
