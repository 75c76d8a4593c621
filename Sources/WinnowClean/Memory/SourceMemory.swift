import WinnowText

/// What winnow remembers of one source: in how many of its last documents each line stood.
///
/// Counts are of the last 16 to 32 documents: at 32 all of them are halved, so that what stood in
/// one document alone is forgotten, and a template that is gone soon after.
package struct SourceMemory: Equatable, Sendable {
  private static let mostDocuments = 32

  /// How many documents the counts are of.
  package private(set) var documents = 0
  /// Ascending.
  private var keys: [UInt64] = []
  /// In how many documents the line of each key stood.
  private var counts: [UInt8] = []

  package init() {}

  /// How many lines are held.
  package var size: Int { keys.count }

  /// Counts a document.
  package mutating func add(_ page: PageLines) {
    if documents == Self.mostDocuments { age() }
    documents += 1
    var merged: (keys: [UInt64], counts: [UInt8]) = ([], [])
    merged.keys.reserveCapacity(keys.count + page.keys.count)
    merged.counts.reserveCapacity(keys.count + page.keys.count)
    var at = 0
    for key in page.keys {
      while at < keys.count, keys[at] < key {
        merged.keys.append(keys[at])
        merged.counts.append(counts[at])
        at += 1
      }
      let isKnown = at < keys.count && keys[at] == key
      merged.keys.append(key)
      merged.counts.append(isKnown ? counts[at] + 1 : 1)
      if isKnown { at += 1 }
    }
    keys = merged.keys + keys[at...]
    counts = merged.counts + counts[at...]
  }

  /// In how many of the documents a line stood.
  package func times(_ key: UInt64) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key ? Int(counts[low]) : 0
  }

  /// The same, if that makes it a line of the source's template.
  ///
  /// A third of them, and three documents, or two of four or more: so nothing is learnt from the
  /// first two documents, and a headline that other pages link to is no template.
  package func timesLearned(_ key: UInt64) -> Int? {
    let count = times(key)
    let isOften = count >= 3 || (count == 2 && documents >= 4)
    return isOften && count * 3 >= documents ? count : nil
  }

  /// Whether so many documents have it that it can't be an article which came before.
  func isSurelyTemplate(_ times: Int) -> Bool { times * 5 >= documents * 3 }

  /// How many lines are known to be of the template.
  package var learned: Int { keys.count { timesLearned($0) != nil } }

  private mutating func age() {
    documents /= 2
    let kept = keys.indices.filter { counts[$0] > 1 }
    keys = kept.map { keys[$0] }
    counts = kept.map { counts[$0] / 2 }
  }
}

// MARK: as bytes

extension SourceMemory {
  /// The memory as bytes: documents, then each key in eight bytes, little endian, and its count.
  package var bytes: [UInt8] {
    var bytes = [UInt8(documents)]
    bytes.reserveCapacity(1 + keys.count * 9)
    for (key, count) in zip(keys, counts) {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: key >> shift))
      }
      bytes.append(count)
    }
    return bytes
  }

  /// Reads what `bytes` wrote; nil for anything else.
  package init?(_ bytes: some RandomAccessCollection<UInt8>) {
    guard let first = bytes.first, bytes.count % 9 == 1 else { return nil }
    documents = Int(first)
    var at = bytes.index(after: bytes.startIndex)
    while at < bytes.endIndex {
      let end = bytes.index(at, offsetBy: 8)
      let key = bytes[at..<end].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      if let last = keys.last, last >= key { return nil }
      keys.append(key)
      counts.append(bytes[end])
      at = bytes.index(after: end)
    }
  }
}
