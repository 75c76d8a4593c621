/// Names of one word.
extension Linker {
  mutating func single(_ place: Int) -> Link? {
    let token = tokens[place]
    if token.span.count < 3 || token.script == .other { return nil }
    let isCyrillic = token.script == .cyrillic
    let found = isCyrillic ? cyrillicSurnames(place) : words.persons(place)
    let spelt = antecedents[token.key]
    if !spelt.isEmpty || found.contains(where: { antecedents.inFull.contains($0.entity) }) {
      let named =
        spelt
        + found.filter { antecedents.inFull.contains($0.entity) }.map { .one($0.entity) }
        .filter { !spelt.contains($0) }
      let likeness = spelt.isEmpty ? found.map(\.likeness).max() ?? 0 : 1
      return bare(place, named, likeness: likeness)
    }
    let prominent = found.filter {
      $0.likeness >= 0.75 && gazetteer.index.entities[Int($0.entity)].isProminent
    }
    if prominent.count == 1, !words.isCommon(place),
      prominent[0].likeness == 1 || isCyrillic || words.wholes(place).isEmpty, !isPartOfName(place)
    {
      return Link(
        tokens: place...place,
        surname: place,
        target: .one(prominent[0].entity),
        likeness: prominent[0].likeness,
        reason: "surname that all the world knows"
      )
    }
    return whole(place, isCyrillic)
  }

  private func cyrillicSurnames(_ place: Int) -> [(entity: Int32, likeness: Double)] {
    let found = gazetteer.index.cases(text, tokens[place].span).compactMap { found in
      let form = gazetteer.index.forms[Int(found.form)]
      return form.part == .surname ? form.entity : nil
    }
    return Set(found).sorted().map { ($0, 1) }
  }

  /// A surname whose bearer, or bearers, the text has named in full.
  private func bare(_ place: Int, _ known: [Link.Target], likeness: Double) -> Link? {
    if followsGivenName(place) || words.isHyphenated(place) { return nil }
    var link = Link(
      tokens: place...place,
      surname: place,
      target: known[0],
      likeness: likeness,
      reason: "surname, after the full name"
    )
    if !known.allSatisfy({ $0 == known[0] }) {
      let entities = known.flatMap { target -> [Int32] in
        switch target {
        case .one(let entity): [entity]
        case .several(let entities), .perhaps(let entities): entities
        case .unlisted: []
        }
      }
      link.target = .several(Set(entities).sorted())
      link.reason = "surname of several whom the text names"
    } else if case .one(let entity) = link.target, followsUnknownName(place) {
      link.target = .perhaps([entity])
      link.reason = "surname, after the full name and another's given name"
    }
    return link
  }

  /// Whether the word before may be a given name that nobody listed, so that this is perhaps a relative.
  private func followsUnknownName(_ place: Int) -> Bool {
    guard tokens[place].script == .latin, words.isBeside(place), tokens[place].joint == .space
    else {
      return false
    }
    let before = tokens[place - 1]
    // Ukraine's Kukhta is no longer name.
    guard before.isCapital, !before.isAllCapitals, text[before.span.upperBound] == 0x20 else {
      return false
    }
    return !Surroundings.isTitle(words.word(place - 1)) && !words.isCommon(place - 1)
      && !Surroundings.beginsSentences(before) && !Surroundings.isHeadline(place, tokens)
  }

  /// Whether the word before is a given name or an initial, so that this is somebody's surname.
  private func followsGivenName(_ place: Int) -> Bool {
    guard place > 0, words.isBeside(place), tokens[place - 1].isCapital else { return false }
    if tokens[place].joint == .dot { return true }
    let before = tokens[place - 1].span
    if tokens[place - 1].script == .cyrillic {
      return gazetteer.persons.isGiven(cyrillic: text, before)
    }
    return !gazetteer.givenNames(SpelledToken(utf8: text.span.extracting(before))).isEmpty
  }

  /// Whether a word belongs to a longer name: after another capitalised word that is no title, or before
  /// a hyphen and a capital, or in the name of a ship.
  private func isPartOfName(_ place: Int) -> Bool {
    if followsGivenName(place) || words.isHyphenated(place) { return true }
    if place > 0, tokens[place].joint == .space || tokens[place].joint == .quote,
      Surroundings.vessels.contains(tokens[place - 1].key)
    {
      return true
    }
    guard tokens[place].script == .latin, words.isBeside(place), tokens[place - 1].isCapital else {
      return false
    }
    let before = tokens[place - 1]
    // Ukraine's Donbas is no longer name.
    if text[before.span.upperBound] != 0x20 { return false }
    return before.joint != .start && !Surroundings.isTitle(words.word(place - 1))
      && !Surroundings.isHeadline(place, tokens)
  }

  /// A place or a body that one word names.
  private mutating func whole(_ place: Int, _ isCyrillic: Bool) -> Link? {
    if words.isCommon(place) { return nil }
    let numbers =
      isCyrillic
      ? gazetteer.index.cases(text, tokens[place].span).map(\.form) : words.wholes(place)
    if numbers.isEmpty && !words.isQuoted(place) || isPartOfName(place) { return nil }
    var found = numbers.map { gazetteer.index.forms[Int($0)] }
    found = found.filter { isMeant($0, place) }
    // What has the name for its own comes before what only contains it.
    if found.contains(where: \.origin.isSpelling) {
      found = found.filter(\.origin.isSpelling)
    }
    if found.isEmpty { return proposal(place) }
    let meant = gazetteer.index.likeliest(
      Set(found.map(\.entity)).sorted(),
      spelt: tokens[place].key
    )
    return Link(
      tokens: place...place,
      surname: place,
      target: meant.count == 1 ? .one(meant[0]) : .several(meant),
      likeness: 1,
      reason: "name of one word",
      isProperPart: found.allSatisfy(\.origin.isQuoted),
      isSpelling: found.contains { $0.origin.isSpelling || $0.origin.isQuoted }
    )
  }

  /// A body whose name, in a bad translation, may be this word: only where it stands in quotation marks.
  private mutating func proposal(_ place: Int) -> Link? {
    guard words.isQuoted(place), tokens[place].script == .latin, tokens[place].span.count >= 5
    else {
      return nil
    }
    let own = words.sound(place)
    let found = gazetteer.bodies.compactMap { form -> (entity: Int32, likeness: Double)? in
      let form = Int(form)
      let likeness = gazetteer.persons.comparer.damage(
        own,
        gazetteer.index.forms[form].sound,
        atLeast: Self.damaged
      )
      return likeness >= Self.damaged ? (gazetteer.index.forms[form].entity, likeness) : nil
    }
    guard let best = found.max(by: { $0.likeness < $1.likeness }) else { return nil }
    return Link(
      tokens: place...place,
      surname: place,
      target: .perhaps([best.entity]),
      likeness: best.likeness * 0.8,
      reason: "a name in quotation marks as machine translation may leave it",
      isProperPart: gazetteer.index.forms.contains {
        $0.entity == best.entity && $0.origin.isQuoted
      }
    )
  }

  /// Whether the words around allow that the name means this entity.
  private mutating func isMeant(_ form: NameIndex.Form, _ place: Int) -> Bool {
    guard form.part == .whole else { return false }
    let entity = gazetteer.index.entities[Int(form.entity)]
    let token = tokens[place]
    if token.script != .cyrillic {
      // KGB is a translation, no spelling.
      if token.isAllCapitals, token.span.count <= 4 { return false }
      if entity.kind == .place {
        if Surroundings.isAbroad(after: place, tokens) { return false }
        if Surroundings.isAbroadSoon(after: place, tokens) { return false }
        if !words.sound(place).given.isEmpty, !Surroundings.isInside(place, tokens) { return false }
      }
    }
    return !gazetteer.phrases.excludes(form.entity, place, tokens)
  }

}
