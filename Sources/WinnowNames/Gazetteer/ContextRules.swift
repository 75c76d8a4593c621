/// Where a word that looks like a name is none.
struct ContextRules: Sendable {
  /// Words to the left and right of a name, as keys.
  private struct Phrase {
    let before: [UInt64]
    let after: [UInt64]
  }

  private var phrases: [Int32: [Phrase]] = [:]
  /// Common words that are spelt like a name.
  let common: KeySet

  init(_ entities: [Entity], common: [String]) {
    self.common = KeySet(common.map { NameToken.key(of: $0) })
    for (number, entity) in entities.enumerated() where !entity.not.isEmpty {
      phrases[Int32(number)] = entity.not.map { phrase in
        let parts = phrase.split(separator: "{}", maxSplits: 1, omittingEmptySubsequences: false)
        return Phrase(
          before: Self.keys(parts[0]),
          after: parts.count > 1 ? Self.keys(parts[1]) : []
        )
      }
    }
  }

  private static func keys(_ text: Substring) -> [UInt64] {
    text.split { !($0.isLetter || $0 == "'" || $0 == "’") }.map { NameToken.key(of: String($0)) }
  }

  /// Whether the words around say that the entity isn't meant here.
  func excludes(_ entity: Int32, _ place: Int, _ tokens: [NameToken]) -> Bool {
    (phrases[entity] ?? []).contains { phrase in
      if phrase.before.isEmpty && phrase.after.isEmpty { return false }
      let start = place - phrase.before.count
      let end = place + 1 + phrase.after.count
      guard start >= 0, end <= tokens.count else { return false }
      return tokens[start..<place].map(\.key) == phrase.before
        && tokens[(place + 1)..<end].map(\.key) == phrase.after
    }
  }
}
