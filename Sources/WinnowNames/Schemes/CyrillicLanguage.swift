/// A language whose names schemes romanise.
package enum CyrillicLanguage: String, CaseIterable, Sendable {
  case be, ru, uk

  /// The letters that a scheme of this language must know; the apostrophe is one where it stands
  /// between letters.
  var alphabet: String {
    switch self {
    case .be: "абвгдеёжзійклмнопрстуўфхцчшыьэюя’"
    case .ru: "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
    case .uk: "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’"
    }
  }
}
