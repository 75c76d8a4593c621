/// Compares single words: by their sounds, and given names by the table where it knows them.
struct WordComparer: Sendable {
  let table: GivenTable
  private let costs = EditCosts.correspondence
  private let damageCosts = EditCosts.arabicPivot

  /// How near two words are in their nearest readings.
  struct Likeness {
    /// 0 to 1; below 0.5 where the endings are a man's and a woman's.
    var score = 0.0
    /// The same without regard to the endings.
    var stemScore = 0.0
    var readings = (0, 0)
    var isContradicted = false

    var isOne: Bool { score >= 0.5 }
    var isFamily: Bool { isContradicted && stemScore >= 0.5 }
  }

  init(table: GivenTable) { self.table = table }

  /// Two words are spellings of one name up to `base + step * length` hundredths of a mistake.
  private static let base = 30
  private static let step = 4

  /// What is below `least` comes out below it, and no more exactly.
  func likeness(
    _ a: SpelledToken,
    _ b: SpelledToken,
    atLeast least: Double = 0
  ) -> Likeness {
    var best = Likeness()
    for i in 0..<a.count {
      for j in 0..<b.count {
        let length = max(a.readings[i].count, b.readings[j].count)
        let allowed = Self.base + Self.step * length
        let isContradicted = a.readings[i].ending.contradicts(b.readings[j].ending)
        // The woman's ending is no mistake.
        let excused = isContradicted ? Int(costs.loss[Int(Phoneme.lastA.rawValue)]) : 0
        let limit = excused + Self.limit(2 * allowed, atLeast: least)
        let distance = EditDistance.between(a.readings[i], b.readings[j], costs, limit: limit)
        let stemScore = 1 - Double(max(0, distance - excused)) / Double(2 * allowed)
        if stemScore > best.stemScore {
          best = Likeness(
            score: isContradicted ? 0.49 * stemScore : stemScore,
            stemScore: stemScore,
            readings: (i, j),
            isContradicted: isContradicted
          )
        }
        if distance == 0 { return best }
      }
    }
    return best
  }

  /// From which distance on a likeness, which is 0 at `most`, is below `least`.
  private static func limit(_ most: Int, atLeast least: Double) -> Int {
    min(most, Int(((1 - least) * Double(most)).rounded(.up)) + 1)
  }

  /// How alike two given names are, 0 to 1.
  func givenLikeness(_ a: SpelledToken, _ b: SpelledToken) -> Double {
    if a.given.isEmpty, b.given.isEmpty { return likeness(a, b).score }
    if a.given.isEmpty { return likenessToForms(a, of: b) }
    if b.given.isEmpty { return likenessToForms(b, of: a) }
    if a.given.common(b.given) == nil { return 0.1 }
    return a.readings[0].isSame(as: b.readings[0]) ? 1 : 0.95
  }

  /// How alike a word that the table doesn't know is to any form of a name that it knows.
  private func likenessToForms(_ word: SpelledToken, of known: SpelledToken) -> Double {
    var best = likeness(word, known).score
    for name in known.given {
      for form in table.forms[name] where best < 1 { best = max(best, likeness(word, form).score) }
    }
    return best
  }

  /// Whether an initial is the first sound of a word, or of any form of the names that it may be.
  func initialFits(_ initial: SpelledToken, _ word: SpelledToken, _ names: GivenSet) -> Bool {
    let first = Int(initial.readings[0].codes[0]) * EditCosts.stride
    func fits(_ other: SpelledToken) -> Bool {
      costs.substitution[first + Int(other.readings[0].codes[0])] <= 40
    }
    return fits(word) || names.contains { table.forms[$0].contains(where: fits) }
  }

  /// How likely one word is the other after a machine translation by way of Arabic, 0 to 1; what is
  /// below `least` comes out below it, and no more exactly.
  func damage(_ a: SpelledToken, _ b: SpelledToken, atLeast least: Double = 0) -> Double {
    var best = 0.0
    for i in 0..<a.count {
      for j in 0..<b.count {
        best = max(best, damage(a.readings[i], b.readings[j], atLeast: least))
      }
    }
    return best
  }

  /// The same for one reading of each.
  func damage(_ a: Phonemes, _ b: Phonemes, atLeast least: Double) -> Double {
    let most = 60 * max(a.count, b.count)
    let limit = Self.limit(most, atLeast: least)
    let distance = EditDistance.between(a, b, damageCosts, limit: limit)
    return 1 - Double(distance) / Double(most)
  }
}
