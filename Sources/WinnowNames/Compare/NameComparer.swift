/// Says whether two Latin or Cyrillic spellings are one name of a Belarusian, Ukrainian or Russian.
///
/// Words are read as sounds under several orthographies and compared by a weighted edit distance that
/// knows how the three languages answer each other; given names by a table. A given name that differs
/// or a gender's ending makes a relative, never the same person.
package struct NameComparer: Sendable {
  let words: WordComparer

  package init(given: [GivenName]) { words = WordComparer(table: GivenTable(given)) }

  /// Takes a name apart, for comparing it more than once.
  package func spelled(_ name: String) -> SpelledName {
    SpelledName(name.utf8.span, table: words.table)
  }

  /// Whether two spellings are one name; symmetric.
  package func compare(_ a: String, _ b: String) -> NameComparison {
    compare(spelled(a), spelled(b))
  }

  /// Whether two names are one; symmetric.
  package func compare(_ a: SpelledName, _ b: SpelledName) -> NameComparison {
    var best = compare(a, a.order, b, b.order)
    if best.same || a.count < 2 || b.count < 2 { return best }
    // Where nothing tells the order of one of them, it may be the other way round.
    if a.order == .unknown { best = max(best, compare(a, .surnameFirst, b, b.order)) }
    if b.order == .unknown { best = max(best, compare(a, a.order, b, .surnameFirst)) }
    return best
  }

  /// How alike two words are, 0 to 1, with 0.5 or more for one name; what is below `least` comes out
  /// below it, and no more exactly.
  package func similarity(
    _ a: SpelledToken,
    _ b: SpelledToken,
    atLeast least: Double = 0
  ) -> Double {
    words.likeness(a, b, atLeast: least).score
  }

  /// What differs between the nearest readings of two words, such as `a for o`.
  package func differences(_ a: SpelledToken, _ b: SpelledToken) -> [String] {
    let (one, other) = words.likeness(a, b).readings
    return EditSteps.between(a.readings[one], b.readings[other], .correspondence)
  }

  /// How likely one word is the other after a machine translation by way of Arabic, 0 to 1.
  ///
  /// For proposing candidates only: real names of different people are as near to each other.
  package func damage(
    _ a: SpelledToken,
    _ b: SpelledToken,
    atLeast least: Double = 0
  ) -> Double { words.damage(a, b, atLeast: least) }

  private func max(_ one: NameComparison, _ other: NameComparison) -> NameComparison {
    other.score > one.score ? other : one
  }

  private func compare(
    _ a: SpelledName,
    _ orderOfA: SpelledName.Order,
    _ b: SpelledName,
    _ orderOfB: SpelledName.Order
  ) -> NameComparison {
    if a.count == 0 || b.count == 0 {
      return NameComparison(score: 0, reason: .noLetters, nearest: (Phonemes(), Phonemes()))
    }
    if a.count == 1, b.count == 1 { return compareWords(a.tokens[0], b.tokens[0]) }
    let (inA, inB) = (a.roles(orderOfA), b.roles(orderOfB))
    let (one, other) = (a.tokens[inA.surname], b.tokens[inB.surname])
    let surname = words.likeness(one, other)
    func result(_ score: Double, _ reason: NameComparison.Reason) -> NameComparison {
      let nearest = (one.readings[surname.readings.0], other.readings[surname.readings.1])
      return NameComparison(score: score, reason: reason, nearest: nearest)
    }
    if inA.given < 0 || inB.given < 0 {
      return result(0.49 * surname.score, surname.isOne ? .bareSurname : .otherSurname)
    }
    if surname.isFamily { return result(surname.score, .family) }
    let given = compareGiven(a, inA.given, b, inB.given)
    if given < 0.5 || !surname.isOne {
      let reason: NameComparison.Reason =
        given >= 0.5 ? .otherSurname : surname.isOne ? .otherGiven : .otherBoth
      return result(min(given, surname.score), reason)
    }
    if a.isInitial(inA.given) != b.isInitial(inB.given) {
      return result(0.49 * surname.score, .initialOnly)
    }
    if inA.patronymic >= 0, inB.patronymic >= 0,
      !isOnePatronymic(a, inA.patronymic, b, inB.patronymic)
    {
      return result(0.4 * min(given, surname.score), .otherPatronymic)
    }
    return result(min(given, surname.score), .oneName)
  }

  /// Two words that are the whole names, whatever they name.
  private func compareWords(_ a: SpelledToken, _ b: SpelledToken) -> NameComparison {
    let word = words.likeness(a, b)
    let isGiven = !a.given.isEmpty || !b.given.isEmpty
    let score = isGiven && word.score < 1 ? words.givenLikeness(a, b) : word.score
    let reason: NameComparison.Reason =
      score >= 0.5 ? .oneWord : word.isFamily ? .family : .otherWord
    let nearest = (a.readings[word.readings.0], b.readings[word.readings.1])
    return NameComparison(score: score, reason: reason, nearest: nearest)
  }

  /// How alike two given names or initials are, 0 to 1.
  private func compareGiven(_ a: SpelledName, _ inA: Int, _ b: SpelledName, _ inB: Int) -> Double {
    let (one, other) = (a.tokens[inA], b.tokens[inB])
    switch (a.isInitial(inA), b.isInitial(inB)) {
    case (true, false): return words.initialFits(one, other, other.given) ? 1 : 0.1
    case (false, true): return words.initialFits(other, one, one.given) ? 1 : 0.1
    default: return words.givenLikeness(one, other)
    }
  }

  private func isOnePatronymic(
    _ a: SpelledName,
    _ inA: Int,
    _ b: SpelledName,
    _ inB: Int
  ) -> Bool {
    let (one, other) = (a.tokens[inA], b.tokens[inB])
    let (ofOne, ofOther) = (Patronymic(one.readings[0]), Patronymic(other.readings[0]))
    let (fathers, others) = (words.table.fathers(ofOne), words.table.fathers(ofOther))
    if a.isInitial(inA) { return words.initialFits(one, other, others) }
    if b.isInitial(inB) { return words.initialFits(other, one, fathers) }
    if let ofOne, let ofOther, ofOne.isFeminine != ofOther.isFeminine { return false }
    if !fathers.isEmpty, !others.isEmpty { return fathers.common(others) != nil }
    return words.likeness(one, other).isOne
  }
}
