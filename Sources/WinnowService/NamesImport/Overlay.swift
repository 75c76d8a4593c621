import WinnowNames
import WinnowRecord

/// A gazetteer file in the making: what was imported, by id.
package struct Overlay {
  /// What a list's entity came to.
  enum Outcome {
    case entry(ImportedEntry)
    /// It is of another kind, or has no Cyrillic name.
    case notWanted
    /// It has a Cyrillic name, but its language or order, the gender or the home is not certain.
    case uncertain
  }

  private let source: ImportSource
  private var entries: [String: ImportedEntry] = [:]
  /// How many entities were uncertain.
  package private(set) var leftOut = 0

  init(_ source: ImportSource) { self.source = source }

  /// Adds an entity; a later one takes the place of one with the same id.
  mutating func add(_ outcome: Outcome) {
    switch outcome {
    case .entry(let entry): entries[entry.id] = entry
    case .notWanted: break
    case .uncertain: leftOut += 1
    }
  }

  /// The file in TOML: persons, places, organisations, each sorted by id.
  ///
  /// Of places and of organisations that nothing but the id tells apart, only the first is in it.
  package var toml: [UInt8] {
    var out = JSONWriter(capacity: 1 << 16)
    out.raw("# Names taken from \(source.title) (\(source.licence)) by 'winnow names import'.\n")
    var seen: Set<[String]> = []
    let sorted = entries.values.sorted { $0.id < $1.id }.filter {
      seen.insert($0.identity).inserted
    }
    for kind in Entity.Kind.allCases {
      for entry in sorted where entry.kind == kind { entry.write(to: &out) }
    }
    return out.bytes
  }
}
