/// A person's name taken apart into its words.
struct PersonName {
  let given: String
  let patronymic: String?
  let surname: String

  /// Takes a name apart, written given name first; nil for a name of one word.
  init?(_ name: String) {
    let words = name.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    guard let first = words.first, let last = words.last, words.count > 1 else { return nil }
    given = first
    surname = last
    patronymic = words.count == 3 ? words[1] : nil
  }
}
