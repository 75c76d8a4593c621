/// What is remembered of all sources, in bounded space.
///
/// It depends on the documents and their order alone, so the store can always give it again.
package struct Memory: Equatable, Sendable {
  /// About 20 MB.
  package static let mostLines = 1 << 21

  private struct Known: Equatable {
    var memory = SourceMemory()
    /// The number of its last document among those of all sources.
    var last = 0
  }

  private let mostLines: Int
  private var sources: [String: Known] = [:]
  private var documents = 0
  private var size = 0
  private var changed: Set<String> = []

  /// Remembers nothing; sources that were silent for longest are forgotten when there are too many lines.
  package init(mostLines: Int = Self.mostLines) { self.mostLines = mostLines }

  /// The sources in the order of their names.
  package var names: [String] { sources.keys.sorted() }

  package subscript(_ source: String) -> SourceMemory? { sources[source]?.memory }

  /// Counts a document of a source.
  package mutating func add(_ page: PageLines, of source: String) {
    documents += 1
    let before = sources[source]?.memory.size ?? 0
    sources[source, default: Known()].memory.add(page)
    sources[source]?.last = documents
    size += (sources[source]?.memory.size ?? 0) - before
    changed.insert(source)
    if size > mostLines { forgetSilent() }
  }

  /// Down to seven eighths, so that it need not be done for every document.
  private mutating func forgetSilent() {
    for (source, known) in sources.sorted(by: { $0.value.last < $1.value.last }) {
      if size <= mostLines / 8 * 7 { return }
      sources[source] = nil
      size -= known.memory.size
      changed.insert(source)
    }
  }
}

// MARK: as rows

extension Memory {
  /// What has changed since it was asked for the last time, by source: no bytes for one forgotten.
  package mutating func takeChanged() -> [String: [UInt8]] {
    defer { changed = [] }
    var rows: [String: [UInt8]] = [:]
    for source in changed {
      guard let known = sources[source] else {
        rows[source] = []
        continue
      }
      let last = UInt64(known.last)
      let head = stride(from: UInt64(0), to: 64, by: 8).map {
        UInt8(truncatingIfNeeded: last >> $0)
      }
      rows[source] = head + known.memory.bytes
    }
    return rows
  }

  /// Takes up what was kept; nil where that makes no sense.
  package init?(_ rows: [String: [UInt8]], mostLines: Int = Self.mostLines) {
    self.init(mostLines: mostLines)
    for (source, bytes) in rows {
      guard bytes.count > 8, let memory = SourceMemory(bytes[8...]) else { return nil }
      let last = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      guard let last = Int(exactly: last) else { return nil }
      sources[source] = Known(memory: memory, last: last)
      documents = max(documents, last)
      size += memory.size
    }
  }
}
