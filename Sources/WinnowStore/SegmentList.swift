import WinnowIO

/// The segments of a store at one moment.
package struct SegmentList: Sendable {
  /// In ascending order, each number once: the compressed file where there are both, since it
  /// gets its name only after it was compared with the raw one.
  package let closed: [SegmentFile]
  /// Where records are appended; there may be no such file yet.
  package let active: SegmentFile
  /// Numbers that are there both raw and compressed.
  let twofold: [Int]

  package init(_ directory: Directory) throws(StoreError) {
    var raw: Set<Int> = []
    var compressed: Set<Int> = []
    try wanting("list the segments") { () throws(SystemError) in
      try directory.forEachEntry { entry throws(SystemError) in
        if let segment = SegmentFile(closed: entry.name) {
          if segment.form == .raw {
            raw.insert(segment.number)
          } else {
            compressed.insert(segment.number)
          }
        }
        return true
      }
    }
    closed = raw.union(compressed).sorted().map {
      SegmentFile(number: $0, form: compressed.contains($0) ? .zstd : .raw)
    }
    active = SegmentFile(number: (closed.last?.number ?? 0) + 1, form: .active)
    twofold = raw.intersection(compressed).sorted()
  }

  /// The closed segments and then the active one.
  package var all: [SegmentFile] { closed + [active] }
}
