/// A person's name taken apart into its words.
struct PersonName {
  let given: String
  let patronymic: String?
  let surname: String

  /// Takes a name apart, written given name first; nil for a name of one word.
  init?(_ name: String) {
    var words: [Range<Int>] = []
    var start = 0
    let bytes = name.utf8.span
    for place in 0...bytes.count where place == bytes.count || bytes[place] == UInt8(ascii: " ") {
      if place > start { words.append(start..<place) }
      start = place + 1
    }
    guard words.count > 1 else { return nil }
    func word(_ span: Range<Int>) -> String {
      let start = name.utf8.index(name.startIndex, offsetBy: span.lowerBound)
      return String(name[start..<name.utf8.index(start, offsetBy: span.count)])
    }
    given = word(words[0])
    surname = word(words[words.count - 1])
    patronymic = words.count == 3 ? word(words[1]) : nil
  }
}
