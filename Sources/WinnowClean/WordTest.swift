import WinnowText

/// What a step of a pattern asks of a word, or what there is to say of one: a bit for each kind of word,
/// and one for each list of the rule files.
struct WordTest: Hashable, Sendable {
  static let any = WordTest(kinds: 1 << 0)
  static let number = WordTest(kinds: 1 << 1)
  static let year = WordTest(kinds: 1 << 2)
  static let time = WordTest(kinds: 1 << 3)
  static let url = WordTest(kinds: 1 << 4)
  static let email = WordTest(kinds: 1 << 5)
  static let file = WordTest(kinds: 1 << 6)
  /// A day of the month, a year, or 1st, 2nd: a word that begins with a digit.
  static let dateNumber = WordTest(kinds: 1 << 7)
  /// A whole date in digits.
  static let wholeDate = WordTest(kinds: 1 << 8)

  private var kinds: UInt16
  private var lists: UInt64

  private init(kinds: UInt16, lists: UInt64 = 0) {
    self.kinds = kinds
    self.lists = lists
  }

  /// A word of any of some lists, as the bits of `WordLists`.
  static func list(_ bits: UInt64) -> WordTest { WordTest(kinds: 0, lists: bits) }

  /// All that a word passes.
  init(passedBy word: Word, _ lists: WordLists) {
    self = .any
    self.lists = lists.mask(of: word.key)
    switch word.kind {
    case .plain, .mark: break
    case .number: kinds |= Self.number.kinds
    case .time: kinds |= Self.time.kinds
    case .date: kinds |= Self.wholeDate.kinds
    case .url: kinds |= Self.url.kinds
    case .email: kinds |= Self.email.kinds
    case .file: kinds |= Self.file.kinds
    }
    if word.year != nil { kinds |= Self.year.kinds }
    if word.beginsWithDigit { kinds |= Self.dateNumber.kinds }
  }

  func isPassed(by word: WordTest) -> Bool { kinds & word.kinds != 0 || lists & word.lists != 0 }
}
