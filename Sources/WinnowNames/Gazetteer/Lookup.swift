import WinnowText

extension Gazetteer {
  /// One thing that a spelling may stand for.
  package struct Answer: Sendable {
    package let entity: Entity
    /// As the style spells it.
    package let name: String
    package let confidence: Double
    /// The scheme or the rule by which it may.
    package let why: String
  }

  /// What a spelling, all of it, may stand for, the likeliest first.
  package func lookup(_ spelling: String, style: Style) -> [Answer] {
    let speller = Speller(style, self)
    var answers = index.entities.indices.compactMap { number -> Answer? in
      let entity = index.entities[number]
      let known =
        (Array(entity.cyrillic.values) + [entity.press, entity.national].compactMap(\.self)
          + entity.also + entity.short)
      var best = 0.0
      var why = ""
      for form in known {
        let isSame = FoldedKey(form) == FoldedKey(spelling) && FoldedKey(form) != FoldedKey()
        let answer = comparer.compare(form, spelling)
        let score = isSame || form == spelling ? 1 : answer.score
        if score > best { (best, why) = (score, isSame ? "listed" : answer.why) }
      }
      guard best >= 0.4, let name = speller.name(of: entity) ?? entity.press else { return nil }
      return Answer(entity: entity, name: name, confidence: best, why: why)
    }
    answers.sort { ($1.confidence, $0.entity.id) < ($0.confidence, $1.entity.id) }
    return Array(answers.prefix(10))
  }
}
