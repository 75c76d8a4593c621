/// Whether two spellings are one name, and why.
package struct NameComparison: Sendable {
  /// What settled it.
  package enum Reason: String, Sendable {
    case noLetters = "one of them has no letters"
    case oneWord = "the words are alike"
    case otherWord = "the words differ"
    case oneName = "given name and surname are one"
    case otherGiven = "the given names differ"
    case otherSurname = "the surnames differ"
    case otherBoth = "given names and surnames differ"
    case family = "one family: the surname of a man and of a woman"
    case otherPatronymic = "the patronymics differ"
    case bareSurname = "one of them has no given name"
    case initialOnly = "an initial fits, but doesn't settle the given name"
  }

  /// 0 to 1, the higher the more alike, 0.5 or more where they are one name; what something else than
  /// likeness keeps apart (another gender, a missing given name) stays below 0.5.
  package let score: Double
  package let reason: Reason
  /// The readings of both surnames (or only words) that are nearest.
  let nearest: (Phonemes, Phonemes)

  /// Whether they are one name.
  package var same: Bool { score >= 0.5 }

  /// One readable line.
  package var why: String {
    if ![.oneWord, .otherWord, .oneName, .otherSurname].contains(reason) { return reason.rawValue }
    let steps = EditSteps.between(nearest.0, nearest.1, .correspondence)
    return steps.isEmpty ? reason.rawValue : "\(reason.rawValue) (\(steps.joined(separator: ", ")))"
  }
}
