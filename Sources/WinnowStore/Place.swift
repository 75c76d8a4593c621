/// Where a record's line stands in the store.
package struct Place: Hashable, Sendable {
  /// Number of the segment, from 1.
  package let segment: Int
  /// Bytes before the line in its segment, uncompressed.
  package let offset: Int
  /// Bytes of the line, without its newline.
  package let length: Int

  package init(segment: Int, offset: Int, length: Int) {
    self.segment = segment
    self.offset = offset
    self.length = length
  }

  /// Behind the line and its newline.
  var end: Position { Position(segment: segment, offset: offset + length + 1) }
}

/// What became of a record that was appended; told only after the disk and the ledger have it.
package enum Outcome: Hashable, Sendable {
  case stored(Place)
  /// The store had a record of the same original bytes already, and nothing was written.
  case duplicate(Place)

  package var place: Place {
    switch self {
    case .stored(let place), .duplicate(let place): place
    }
  }
}

/// A place between two lines of the segments: how far something has got.
package struct Position: Comparable, Sendable {
  /// Before all records.
  package static let start = Position(segment: 0, offset: 0)

  let segment: Int
  let offset: Int

  package static func < (a: Position, b: Position) -> Bool {
    (a.segment, a.offset) < (b.segment, b.offset)
  }
}
