/// Whom a text has named in full, by the key of the surname as it was spelt.
struct Antecedents {
  private var targets: [UInt64: [Link.Target]] = [:]
  /// Those of them that are one entity each; empty until the whole text has been read.
  private(set) var inFull: Set<Int32> = []

  /// The targets of a surname.
  subscript(surname: UInt64) -> [Link.Target] { targets[surname] ?? [] }

  mutating func add(_ target: Link.Target, surname: UInt64) {
    if !self[surname].contains(target) { targets[surname, default: []].append(target) }
  }

  /// Ends the reading: an initial and a surname mean whom the text names in full.
  mutating func settle() {
    inFull = Set(
      targets.values.joined().compactMap { target -> Int32? in
        if case .one(let entity) = target { entity } else { nil }
      }
    )
    targets = targets.compactMapValues { found in
      let kept = found.filter { meant(by: $0) == nil }
      return kept.isEmpty ? nil : kept
    }
  }

  /// The only one of several entities that the text names in full.
  func meant(by target: Link.Target) -> Int32? {
    guard case .several(let entities) = target else { return nil }
    let meant = entities.filter(inFull.contains)
    return meant.count == 1 ? meant[0] : nil
  }
}
