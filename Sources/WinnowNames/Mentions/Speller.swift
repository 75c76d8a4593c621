import WinnowText

/// How a name is to be spelt in a style.
struct Speller {
  let style: Style
  let schemes: SchemeSet

  init(_ style: Style, _ gazetteer: Gazetteer) {
    self.style = style
    schemes = gazetteer.schemes
  }

  /// The whole name of an entity; nil where the style has none for it.
  func name(of entity: Entity) -> String? {
    if style != .none, let known = listed(entity) { return known }
    return entity.own.flatMap { spelt($0.name, $0.language, entity.kind) } ?? entity.press
  }

  /// The proper name in a body's name: Volat for Батальён «Волат».
  private func properName(of entity: Entity) -> String? {
    guard let own = entity.own, let part = NameIndex.quoted(own.name) else { return nil }
    if style == .press, let press = entity.press {
      let known = schemes.spellings(of: part, language: own.language).map { FoldedKey($0.latin) }
      let words = press.split(separator: " ").map(String.init)
      if let word = words.first(where: { known.contains(FoldedKey($0)) }) { return word }
    }
    return style == .cyrillic ? part : spelt(part, own.language, entity.kind)
  }

  /// What the gazetteer says itself.
  private func listed(_ entity: Entity) -> String? {
    switch style {
    case .press: entity.press
    case .national: entity.national
    case .cyrillic: entity.own?.name
    case .native, .none: nil
    }
  }

  /// A name as the style's scheme writes it.
  private func spelt(
    _ name: String,
    _ language: CyrillicLanguage,
    _ kind: Entity.Kind
  ) -> String? {
    guard let id = style.scheme(language), let scheme = schemes[id: id] else { return nil }
    if kind == .person, let person = PersonName(name) {
      return scheme.romanise("\(person.given) \(person.surname)")
    }
    return scheme.romanise(name)
  }

  /// What stands where a link stands, spelt anew: words between given name and surname stay.
  func spelling(of link: Link, _ entity: Entity, _ words: KnownWords) -> String? {
    if style == .none { return nil }
    guard let name = link.isProperPart ? properName(of: entity) : name(of: entity) else {
      return nil
    }
    guard entity.kind == .person, let person = PersonName(name), let surname = link.surname else {
      return cased(name, like: words, link.tokens)
    }
    var parts: [(place: Int, text: String)] = [
      (surname, cased(person.surname, like: words, surname...surname))
    ]
    if let given = link.given {
      let initial = person.given.unicodeScalars.first.map { String($0) } ?? ""
      let isShort = words.tokens[given].span.count <= 2 || words.isInitial(given)
      let isInitial = isShort && words.word(given) != person.given
      let text = isInitial ? initial : cased(person.given, like: words, given...given)
      parts.append((given, text))
    }
    parts.sort { $0.place < $1.place }
    var spelt = ""
    var done = words.tokens[link.tokens.lowerBound].span.lowerBound
    for part in parts {
      let token = words.tokens[part.place]
      spelt += String(decoding: words.text[done..<token.span.lowerBound], as: UTF8.self) + part.text
      done = end(of: token, isGiven: part.place == link.given, entity)
    }
    return spelt
  }

  /// Where a name's word ends: a sign after it belongs to it where the name ends in a soft letter.
  func end(of token: NameToken, isGiven: Bool, _ entity: Entity) -> Int {
    if token.sign == 0 { return token.span.upperBound }
    let isSoft = entity.cyrillic.values.contains { name in
      guard entity.kind == .person, let person = PersonName(name) else {
        return name.unicodeScalars.last == "ь"
      }
      return (isGiven ? person.given : person.surname).unicodeScalars.last == "ь"
    }
    return token.span.upperBound + (isSoft ? token.sign : 0)
  }

  /// In capitals where the text has it so.
  private func cased(_ name: String, like words: KnownWords, _ places: ClosedRange<Int>) -> String {
    let isShouted = places.allSatisfy { words.tokens[$0].isAllCapitals }
    let isLong = words.tokens[places.lowerBound].span.count > 3
    return isShouted && isLong ? name.uppercased() : name
  }
}
