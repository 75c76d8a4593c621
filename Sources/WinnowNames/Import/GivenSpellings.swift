/// Which languages spell a given name so, and who bears it.
struct GivenSpellings: Sendable {
  /// Languages whose standard form it is, and those that have it as an everyday form.
  private var standard: [String: Set<CyrillicLanguage>] = [:]
  private var everyday: [String: Set<CyrillicLanguage>] = [:]
  private var genders: [String: Set<GivenName.Gender>] = [:]

  init(_ names: [GivenName]) {
    for name in names {
      for (language, forms) in [(CyrillicLanguage.be, name.be), (.ru, name.ru), (.uk, name.uk)] {
        for (place, form) in forms.map(Self.folded).enumerated() {
          everyday[form, default: []].insert(language)
          if place == 0 { standard[form, default: []].insert(language) }
          genders[form, default: []].insert(name.gender)
        }
      }
    }
  }

  func contains(_ word: String) -> Bool { everyday[Self.folded(word)] != nil }

  /// The languages that have this spelling, as the standard one if any does; none for other words.
  func languages(of word: String) -> Set<CyrillicLanguage> {
    let word = Self.folded(word)
    return standard[word] ?? everyday[word] ?? []
  }

  /// Nil where the name isn't known, or both men and women bear it.
  func gender(of word: String) -> GivenName.Gender? {
    guard let genders = genders[Self.folded(word)], genders.count == 1 else { return nil }
    return genders.first
  }

  /// In small letters, with е for ё: Russian lists mostly write it so.
  private static func folded(_ word: String) -> String {
    String(word.lowercased().map { $0 == "ё" ? "е" : $0 })
  }
}
