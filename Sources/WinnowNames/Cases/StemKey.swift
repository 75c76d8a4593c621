import WinnowText

/// A number that all case forms of a name have in common.
///
/// It is a hash (FNV-1a, 64 bits) of the first letter and of the consonants up to the last one that no
/// ending can hold. Vowels are left out, for they come and go (Павел, Павла; Львів, Львова), but for
/// и ы and у ю in a closed first syllable, which stay. Consonants that change into one another count as
/// one: г ж з, х ш с, к ц т, д дз, в ў; twins count once. м, х, в, г and з after some vowels may
/// belong to an ending (ом, ах, оў, ого; Ладозе is Ладога), so they count only in the first syllable or
/// before another consonant that counts.
///
/// Words that are nothing to each other may share a key (Борисов, Борис, Барс): it finds candidates, and
/// `CaseForms.cases(of:_:)` decides. A name of few consonants has many strangers beside it: Киев is a
/// mere к. Another key means that it is no form of the name, unless the name's stem has no vowel (Дно).
package struct StemKey: Hashable, Sendable {
  package let value: UInt64

  package init(_ text: [UInt8], _ span: Range<Int>) {
    var skeleton = StemSkeleton()
    var letters = CaseLetters(text, span)
    while let letter = letters.nextSounded() { skeleton.add(letter) }
    value = skeleton.hash
  }
}

/// What is left of a word without its vowels and its ending, as it is read letter by letter.
private struct StemSkeleton {
  private enum FirstSyllable {
    case begins, vowel, consonants, over
  }

  private var running = WordKey()
  /// The hash up to the last letter that no ending can hold.
  private var kept = WordKey()
  /// `kept` as it was before a г that followed е, while the word may still end in -его.
  private var beforeEndingEgo: WordKey?
  private var mayEnd = false
  private var firstSyllable = FirstSyllable.begins
  private var lastConsonant: UInt8 = 0
  private var previous = CaseLetter.start

  /// The hash of the letters so far.
  var hash: UInt64 { (mayEnd ? beforeEndingEgo ?? kept : kept).value }

  mutating func add(_ letter: CaseLetter) {
    mayEnd = previous == .г && letter == .о
    if previous == .start {
      running.add(Unicode.Scalar(letter.undotted))
      kept = running
    }
    if let consonant = Consonants.number(of: letter, after: previous) {
      addConsonant(letter, consonant)
    } else if firstSyllable == .begins {
      firstSyllable = .vowel
    } else if letter != .ь {
      firstSyllable = .over
    }
    previous = letter
  }

  private mutating func addConsonant(_ letter: CaseLetter, _ consonant: UInt8) {
    if firstSyllable == .vowel {
      firstSyllable = .consonants
      if let vowel = Vowels.number(of: previous) { running.add(Unicode.Scalar(vowel)) }
    }
    let isFirst = previous == .start
    if consonant != lastConsonant, !isFirst { running.add(Unicode.Scalar(consonant)) }
    lastConsonant = consonant
    beforeEndingEgo = nil
    if firstSyllable == .over {
      if Consonants.canEnd(letter, after: previous) { return }
      if letter == .г, previous == .е { beforeEndingEgo = kept }
    }
    kept = running
  }
}

/// The vowels of a first syllable that never change into one of another group, or vanish.
private enum Vowels {
  private static let (spread, rounded) = (CaseLetterSet("иы"), CaseLetterSet("ую"))

  /// Nil for all other letters; a number that no consonant has.
  static func number(of letter: CaseLetter) -> UInt8? {
    spread.contains(letter) ? 64 : rounded.contains(letter) ? 65 : nil
  }
}

/// What endings do to consonants.
private enum Consonants {
  /// Those that change into one another in some declension, or are one letter to the eye and the ear.
  private static let groups = [
    "б", "вў", "гґжз", "д", "ктц", "ч", "л", "м", "н", "п", "р", "схш", "ф", "щ",
  ]

  /// The number of each letter's group; 0 for what is no consonant.
  private static let numbers: [UInt8] = {
    (0..<CaseLetter.count).map { code in
      let group = groups.firstIndex { CaseLetterSet($0).bits >> UInt64(code) & 1 != 0 }
      return UInt8(group.map { $0 + 1 } ?? 0)
    }
  }()

  /// The vowels after which these consonants stand in an ending.
  private static let endings: [(consonants: CaseLetterSet, vowels: CaseLetterSet)] = [
    (CaseLetterSet("м"), CaseLetterSet("аеёиоыэяіїє")),
    (CaseLetterSet("х"), CaseLetterSet("аиыяії")),
    (CaseLetterSet("вў"), CaseLetterSet("аеёояіїє")),
    (CaseLetterSet("гз"), CaseLetterSet("аоя")),
  ]

  /// Nil for a vowel and for a sign; дз counts as д.
  static func number(of letter: CaseLetter, after previous: CaseLetter) -> UInt8? {
    if letter == .з, previous == .д { return numbers[Int(previous.code)] }
    let number = numbers[Int(letter.code)]
    return number == 0 ? nil : number
  }

  static func canEnd(_ letter: CaseLetter, after previous: CaseLetter) -> Bool {
    endings.contains { $0.consonants.contains(letter) && $0.vowels.contains(previous) }
  }
}

extension CaseLetter {
  fileprivate static let г = CaseLetter(cyrillic: 0x433)
  fileprivate static let д = CaseLetter(cyrillic: 0x434)
  fileprivate static let е = CaseLetter(cyrillic: 0x435)
  fileprivate static let з = CaseLetter(cyrillic: 0x437)
  fileprivate static let о = CaseLetter(cyrillic: 0x43E)
  fileprivate static let ь = CaseLetter(cyrillic: 0x44C)
}
