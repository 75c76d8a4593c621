/// All forms that a word of a name has in its cases.
package struct CaseForms: Sendable {
  /// One spelling and the cases that it serves for.
  package struct Form: Equatable, Sendable {
    /// In UTF-8.
    package let text: [UInt8]
    package let cases: CaseSet
  }

  /// The nominative, in UTF-8.
  package let nominative: [UInt8]
  /// How many bytes of the nominative all forms begin with.
  private let stem: Int
  private let endings: [Declension.Ending]

  /// Declines a word by the first rule of its language that it falls under.
  ///
  /// A word that no rule knows has one form for all cases, and so has an abbreviation (США).
  package init(of word: NameWord) {
    nominative = word.text
    let letters = Array(CaseLetters(word.text, word.text.indices))
    if !word.isAbbreviation,
      let declension = DeclensionTable.of(word.language).declension(of: letters, word)
    {
      stem = word.text.count - declension.cut
      endings = declension.endings(for: word.part)
    } else {
      stem = word.text.count
      endings = [.indeclinable]
    }
  }

  /// Every form once, the nominative first; only the endings are written small.
  package var all: [Form] {
    endings.map { Form(text: nominative[..<stem] + $0.text, cases: $0.cases) }
  }

  /// The cases that a word of a text has if it is a form of this name, else none.
  ///
  /// Capitals and apostrophes don't count, and ё is the same as е.
  package func cases(of text: [UInt8], _ span: Range<Int>) -> CaseSet {
    var rest = CaseLetters(text, span)
    var own = CaseLetters(nominative, 0..<stem)
    while let letter = own.nextSounded() {
      guard let other = rest.nextSounded(), letter.isWritten(as: other) else { return [] }
    }
    return endings.first { $0.isAll(of: rest) }?.cases ?? []
  }
}

extension NameWord {
  /// Whether its second letter is a capital.
  fileprivate var isAbbreviation: Bool {
    guard text.count >= 4, text[2] == 0xD0 else { return false }
    return (0x80...0xAF).contains(text[3])
  }
}
