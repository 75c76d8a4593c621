/// The declensions of one language, in the order in which they are tried.
struct DeclensionTable: Sendable {
  private static let belarusian = DeclensionTable(rows: belarusianRows)
  private static let russian = DeclensionTable(rows: russianRows)
  private static let ukrainian = DeclensionTable(rows: ukrainianRows)

  /// By the last letter of the nominative.
  private var byLastLetter = [[Declension]](repeating: [], count: CaseLetter.count)

  static func of(_ language: NameWord.Language) -> DeclensionTable {
    switch language {
    case .be: belarusian
    case .ru: russian
    case .uk: ukrainian
    }
  }

  private init(rows: String) {
    for row in rows.split(separator: "\n") {
      for declension in DeclensionRow(String(row))?.declensions ?? [] {
        guard let last = declension.letters.first else { continue }
        for code in byLastLetter.indices where last.bits >> UInt64(code) & 1 != 0 {
          byLastLetter[code].append(declension)
        }
      }
    }
  }

  /// The first that a word falls under.
  func declension(of word: [CaseLetter], _ name: NameWord) -> Declension? {
    guard let last = word.last else { return nil }
    return byLastLetter[Int(last.code)].first { $0.fits(word, of: name) }
  }
}
