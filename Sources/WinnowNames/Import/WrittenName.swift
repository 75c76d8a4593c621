/// A person's name as a list has it: two or three words of one script, in any order and case.
struct WrittenName {
  enum Order {
    case givenFirst, surnameFirst
  }

  /// Each with a capital and small letters.
  let words: [String]
  let script: NameSpelling.Script
  /// Whether no word had a small letter.
  let isAllCapitals: Bool
  /// What a comma or capitals say: `ЛУКАШЕНКО Александр`, `Лукашенко, Александр`.
  let order: Order?

  /// Nil for initials, titles, particles, one word alone or more than three.
  init?(_ text: String) {
    let halves = NameSpelling.tidied(text).split(separator: ",", omittingEmptySubsequences: false)
    let parts = halves.map { $0.split(separator: " ") }
    let written = parts.flatMap(\.self)
    guard halves.count <= 2, (2...3).contains(written.count),
      let script = NameSpelling.script(of: written.joined()), written.allSatisfy(Self.isName)
    else { return nil }
    if halves.count == 2, parts[0].count != 1 { return nil }
    self.script = script
    let capitals = written.map { word in !word.contains(where: \.isLowercase) }
    isAllCapitals = !capitals.contains(false)
    switch (capitals.first, capitals.last) {
    case _ where halves.count == 2: order = .surnameFirst
    case (true?, false?): order = .surnameFirst
    case (false?, true?): order = .givenFirst
    default: order = nil
    }
    words = zip(written, capitals).map { word, isCapitals in
      isCapitals ? Self.recased(word) : String(word)
    }
  }

  /// The words with the given name first.
  func inOrder(_ order: Order) -> [String] {
    order == .givenFirst ? words : Array(words.dropFirst()) + [words[0]]
  }

  /// Letters, with hyphens and apostrophes between them.
  private static func isName(_ word: Substring) -> Bool {
    let parts = word.split(omittingEmptySubsequences: false) { "-'".contains($0) }
    let isClean = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isLetter) }
    return isClean && word.count > 1 && word.first?.isUppercase == true
  }

  private static func recased(_ word: Substring) -> String {
    word.split(separator: "-").map { $0.prefix(1) + $0.dropFirst().lowercased() }
      .joined(separator: "-")
  }
}
