/// Random input that is the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

/// One sentence or two in several languages, with marks that encodings and normal forms trip over.
enum Samples {
  static let russian =
    "Вчера вечером в центре города прошла встреча жителей с главой района. «Ёлка»\n"
  static let ukrainian =
    "Учора ввечері в центрі міста відбулася зустріч; її ґанок відремонтували.\n"
  static let belarusian = "Учора ўвечары ў цэнтры горада адбылася сустрэча жыхароў з кіраўніком.\n"
  static let polish = "Wczoraj wieczorem odbyło się spotkanie mieszkańców, zażółć gęślą jaźń.\n"
  static let german = "Gestern Abend trafen sich die Bürger; sie fragten nach größeren Straßen.\n"
  static let french = "Hier soir, les élèves ont rencontré le maire : « déjà », dit-il, ça va.\n"
  static let spanish = "Ayer por la tarde los niños se reunieron; ¿cuándo empezará mañana?\n"
  static let all = [russian, ukrainian, belarusian, polish, german, french, spanish]

  /// Scalars that normalising has rules for, beside plain ones.
  static let awkward: [Unicode.Scalar] = [
    "a", "é", "Ж", "ў", "漢", "각", "\u{1100}", "\u{1161}", "\u{11A8}", "e", "\u{301}", "\u{323}",
    "\u{308}", " ", " ", "\u{A0}", "\u{2003}", "\u{3000}", "\n", "\n", "\r", "\t", "\u{0}", "\u{7}",
    "\u{7F}", "\u{85}", "\u{2028}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{202E}",
    "\u{212B}", "\u{37E}", "\u{FFFD}", "😀", "\u{958}", "\u{2126}", "\u{F900}", ".", "—", "”",
  ]
}
