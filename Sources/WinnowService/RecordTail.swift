import WinnowIO
import WinnowPipeline
import WinnowRecord
import WinnowStore

/// The records of a store as one stream, whatever segments they lie in.
package struct RecordTail {
  private let follower: Follower
  /// RFC 3339 as in a record: such texts are in the order of the times.
  private let since: String?

  /// Begins behind a record, or with the first one, and leaves out what was received before a time:
  /// RFC 3339, a date, or a span of time such as 2h.
  package init(_ root: Root, after id: String?, since: String?) throws(ServiceError) {
    self.since = try since.map { text throws(ServiceError) in try Self.moment(text) }
    let directory: Directory
    do throws(SystemError) {
      directory = try Directory(at: root.store)
    } catch {
      throw .unreadable(error)
    }
    let place = try id.map { id throws(ServiceError) in
      try Restoration.find(id, in: Archive(directory))
    }
    follower = Follower(directory, after: place)
  }

  /// The next record's line; nil where there is none for now.
  package func next() throws(ServiceError) -> ArraySlice<UInt8>? {
    do throws(StoreError) {
      while let line = try follower.next() {
        if let since, RecordHead(line).received ?? "" < since { continue }
        return line
      }
      return nil
    } catch {
      throw .store(error)
    }
  }

  private static func moment(_ text: String) throws(ServiceError) -> String {
    if let nanoseconds = WallTime.nanoseconds(text) { return WallTime.text(max(0, nanoseconds)) }
    if let back = Quantity.duration(text) {
      let start = Duration.nanoseconds(Clock.wall) - back
      return WallTime.text(max(0, start.components.seconds) * 1_000_000_000)
    }
    throw .badInput("\(text): wanted a time such as 2026-01-31T12:00:00Z, 2026-01-31, or 2h")
  }
}
