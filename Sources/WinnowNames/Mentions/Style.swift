/// Which spelling of a name is wanted.
package enum Style: String, CaseIterable, Sendable {
  /// As the English-language press spells it.
  case press
  /// As its own state spells it in Latin letters.
  case national
  /// As its own language spells it in Latin letters.
  case native
  /// As its own language spells it.
  case cyrillic
  /// As it stands: nothing is changed.
  case none

  /// The scheme of a language that gives this spelling.
  func scheme(_ language: CyrillicLanguage) -> String? {
    switch (self, language) {
    case (.press, .be): "be-press-en"
    case (.press, .ru): "ru-press-en"
    case (.press, .uk): "uk-press-en"
    case (.national, .be): "be-national-2023"
    case (.national, .ru): "ru-icao-9303"
    case (.national, .uk): "uk-national-2010"
    case (.native, .be): "be-lacinka"
    case (.native, .ru): "ru-scholarly"
    case (.native, .uk): "uk-dstu-9112-a"
    case (.cyrillic, _), (.none, _): nil
    }
  }
}
