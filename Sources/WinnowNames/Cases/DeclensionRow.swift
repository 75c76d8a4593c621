/// A row of a table of declensions, as it is written: columns parted by bars.
///
/// 1. The parts of names it is for (g given, p patronymic, s surname, l place, a adjective, n noun) and
///    their genders (m, f, n; ? nobody said it; `.` all of these).
/// 2. Nominatives. After the hyphen stands what the endings replace, before it what must precede that:
///    letters, a choice in brackets, `C` any consonant, `V` any vowel, `^` the beginning of the word.
/// 3. The endings of the genitive, dative, accusative, instrumental, locative and, in Ukrainian, the
///    vocative. `/` parts spellings that are both in use, `-` is no ending, `.` no form; `*` is as in
///    the genitive for people and as in the nominative for things. `=` alone: one form for all cases.
/// 4. The nominative, genitive, dative, instrumental and locative plural of families, if wanted.
struct DeclensionRow {
  private static let singularCases: [CaseSet] = [
    .genitive, .dative, .accusative, .instrumental, .locative, .vocative,
  ]
  private static let pluralCases: [CaseSet] = [
    .nominative, [.genitive, .accusative], .dative, .instrumental, .locative,
  ]

  private static let parts: [Character: NameWord.Part] = [
    "g": .given, "p": .patronymic, "s": .surname, "l": .place, "a": .adjective, "n": .noun,
  ]
  private static let genders: [Character: [NameWord.Gender?]] = [
    "m": [.masculine], "f": [.feminine], "n": [.neuter], "?": [nil],
    ".": [.masculine, .feminine, .neuter, nil],
  ]

  private let scope: Declension.Scope
  private let nominatives: [(letters: [CaseLetterSet], cut: String)]
  /// Empty where there is one form for all cases.
  private let singular: [String]
  private let plural: [String]

  /// Nil where the row doesn't follow the rules above.
  init?(_ row: String) {
    let columns = row.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
    guard columns.count == 3 || columns.count == 4, columns[0].count == 2 else { return nil }
    let parts = columns[0][0].compactMap { Self.parts[$0] }
    let genders = columns[0][1].compactMap { Self.genders[$0] }
    scope = Declension.Scope(parts, genders.flatMap(\.self))
    nominatives = columns[1].compactMap(Self.nominative)
    singular = columns[2] == ["="] ? [] : columns[2]
    plural = columns.count == 4 ? columns[3] : []
    guard nominatives.count == columns[1].count, parts.count == columns[0][0].count,
      genders.count == columns[0][1].count, [0, 5, 6].contains(singular.count),
      [0, 5].contains(plural.count)
    else { return nil }
  }

  /// One for each nominative.
  var declensions: [Declension] {
    nominatives.map { letters, cut in
      Declension(
        letters: letters,
        cut: cut.utf8.count,
        scope: scope,
        person: endings(cut, isPerson: true, plural: []),
        family: endings(cut, isPerson: true, plural: plural),
        thing: endings(cut, isPerson: false, plural: [])
      )
    }
  }

  private func endings(
    _ cut: String,
    isPerson: Bool,
    plural: [String]
  ) -> [Declension.Ending] {
    guard let genitive = singular.first else { return [.indeclinable] }
    var endings: [Declension.Ending] = []
    let nominative = cut.isEmpty ? "-" : cut
    Self.add(nominative, .nominative, to: &endings)
    for (cell, cases) in zip(singular, Self.singularCases) {
      Self.add(cell == "*" ? (isPerson ? genitive : nominative) : cell, cases, to: &endings)
    }
    for (cell, cases) in zip(plural, Self.pluralCases) {
      Self.add(cell, cases.pluralised, to: &endings)
    }
    return endings
  }

  private static func add(
    _ cell: String,
    _ cases: CaseSet,
    to endings: inout [Declension.Ending]
  ) {
    for spelling in cell.split(separator: "/") where spelling != "." {
      let text = spelling == "-" ? [] : Array(spelling.utf8)
      if let known = endings.firstIndex(where: { $0.text == text }) {
        endings[known].cases.formUnion(cases)
      } else {
        endings.append(Declension.Ending(text: text, cases: cases))
      }
    }
  }

  /// What a nominative's last letters are tried against, the last one first, and what is replaced.
  private static func nominative(_ pattern: String) -> (letters: [CaseLetterSet], cut: String)? {
    let halves = pattern.split(separator: "-", omittingEmptySubsequences: false)
    guard halves.count == 2 else { return nil }
    var sets: [CaseLetterSet] = []
    var choice: CaseLetterSet?
    for character in halves[0] + halves[1] {
      switch character {
      case "[": choice = CaseLetterSet()
      case "]":
        guard let closed = choice else { return nil }
        sets.append(closed)
        choice = nil
      default:
        let set = CaseLetterSet(character)
        if choice == nil { sets.append(set) } else { choice?.formUnion(set) }
      }
    }
    return choice == nil && !sets.isEmpty ? (sets.reversed(), String(halves[1])) : nil
  }
}

extension CaseLetterSet {
  /// What a character of a nominative's pattern stands for.
  fileprivate init(_ pattern: Character) {
    switch pattern {
    case "C": self = .consonants
    case "V": self = .vowels
    case "^":
      self.init()
      insert(.start)
    default: self.init(String(pattern))
    }
  }
}
