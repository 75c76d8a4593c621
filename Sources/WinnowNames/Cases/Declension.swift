/// How words with one ending are declined.
struct Declension: Sendable {
  /// Parts of names and genders, each pair a bit.
  struct Scope: Sendable {
    private var bits: UInt32 = 0

    init(_ parts: [NameWord.Part], _ genders: [NameWord.Gender?]) {
      for part in parts {
        for gender in genders { bits |= 1 << Self.place(part, gender) }
      }
    }

    func contains(_ name: NameWord) -> Bool { bits >> Self.place(name.part, name.gender) & 1 != 0 }

    private static func place(_ part: NameWord.Part, _ gender: NameWord.Gender?) -> UInt32 {
      UInt32(part.rawValue * 4 + (gender.map { $0.rawValue + 1 } ?? 0))
    }
  }

  /// What replaces the end of the nominative, and the cases that this makes.
  struct Ending: Sendable {
    /// In UTF-8.
    let text: [UInt8]
    var cases: CaseSet

    static let indeclinable = Ending(text: [], cases: [.singular, .plural])

    /// Whether these letters are all that is left.
    func isAll(of rest: CaseLetters) -> Bool {
      var (rest, own) = (rest, CaseLetters(text, text.indices))
      while let letter = own.nextSounded() {
        guard let other = rest.nextSounded(), letter.isWritten(as: other) else { return false }
      }
      return rest.nextSounded() == nil
    }
  }

  /// What the last letters of a word are tried against, the very last first.
  let letters: [CaseLetterSet]
  /// How many bytes of the nominative the endings replace.
  let cut: Int
  let scope: Scope
  /// Of given names and patronymics.
  let person: [Ending]
  /// Of surnames, which have a plural too.
  let family: [Ending]
  let thing: [Ending]

  func fits(_ word: [CaseLetter], of name: NameWord) -> Bool {
    guard scope.contains(name) else { return false }
    for (place, set) in letters.enumerated() {
      let at = word.count - 1 - place
      guard at >= -1, set.contains(at < 0 ? .start : word[at]) else { return false }
    }
    return true
  }

  func endings(for part: NameWord.Part) -> [Ending] {
    part == .surname ? family : part.isPerson ? person : thing
  }
}
