/// Names of several words.
extension Linker {
  mutating func phrase(_ at: Int) -> Link? {
    var best: Standing?
    if tokens[at].script == .cyrillic {
      seek(.stem, at, &best)
    } else {
      seek(.folded, at, &best)
      seek(.sound, at, &best)
    }
    guard let best, !Surroundings.isAbroad(after: best.last, tokens) else { return nil }
    let meant = gazetteer.index.likeliest(
      best.entities.sorted(),
      spelt: FoldedKey(best.phrase.name).value
    )
    return Link(
      tokens: at...best.last,
      target: meant.count == 1 ? .one(meant[0]) : .several(meant),
      likeness: 1,
      reason: "name of several words",
      isProperPart: best.phrase.origin.isQuoted,
      isSpelling: best.phrase.origin.isSpelling || best.phrase.origin.isQuoted
    )
  }

  /// The longest name that stands at a place, and whose it may be.
  private struct Standing {
    var phrase: PhraseIndex.Phrase
    var last: Int
    var entities: [Int32]
  }

  private mutating func seek(_ way: PhraseIndex.Way, _ at: Int, _ best: inout Standing?) {
    let phrases = gazetteer.index.phrases.phrases(way, words.key(way, at))
    for number in phrases.indices {
      let last = at + phrases[number].keys.count - 1
      guard last >= best?.last ?? 0, isRun(at, last) else { continue }
      let phrase = phrases[number]
      guard stands(phrase, at...last, way) else { continue }
      var entities = best?.last == last ? best?.entities ?? [] : []
      if !entities.contains(phrase.entity) { entities.append(phrase.entity) }
      best = Standing(phrase: phrase, last: last, entities: entities)
    }
  }

  /// Whether words stand side by side, and the last one may end a name.
  private func isRun(_ first: Int, _ last: Int) -> Bool {
    guard last < tokens.count, tokens[last].isCapital || tokens[last].joint == .hyphen else {
      return false
    }
    for place in first..<last {
      let joint = tokens[place + 1].joint
      if joint != .space, joint != .hyphen, joint != .dot { return false }
    }
    return true
  }

  /// Whether words that stand side by side are a name's, spelt by one scheme.
  private mutating func stands(
    _ phrase: PhraseIndex.Phrase,
    _ places: ClosedRange<Int>,
    _ way: PhraseIndex.Way
  ) -> Bool {
    for place in places.dropFirst()
    where words.key(way, place) != phrase.keys[place - places.lowerBound] {
      return false
    }
    guard way == .sound, let language = phrase.origin.language else { return true }
    var letters = FoldedLetters()
    for place in places { letters.add(text.span.extracting(tokens[place].span)) }
    return gazetteer.schemes.isSpelling(letters, of: phrase.name, language: language)
  }
}
