import WinnowText

/// Decides what is done about each link's spelling, and says why.
struct Policy {
  let linker: Linker
  let gazetteer: Gazetteer
  let speller: Speller
  /// Whether anything may be spelt anew at all.
  let isAllowed: Bool

  func mention(_ link: Link) -> Mention {
    switch link.target {
    case .one(let number): return certain(link, gazetteer.index.entities[Int(number)])
    case .several(let numbers):
      let candidates = candidates(numbers, link)
      return mention(link, nil, .annotate, kind: kind(numbers), candidates: candidates)
    case .perhaps(let numbers):
      let candidates = candidates(numbers, link)
      let entity = numbers.count == 1 ? candidates.first?.entity : nil
      return mention(
        link,
        nil,
        .annotate,
        kind: kind(numbers),
        entity: entity,
        candidates: candidates
      )
    case .unlisted(let key):
      return mention(link, nil, .keep, kind: .person, entity: "doc:\(key)")
    }
  }

  private func certain(_ link: Link, _ entity: Entity) -> Mention {
    let span = span(of: link, entity)
    let surface = String(decoding: linker.text[span], as: UTF8.self)
    let isCyrillic = linker.tokens[link.tokens.lowerBound].script == .cyrillic
    guard
      let name = isCyrillic ? speller.name(of: entity) : speller.spelling(of: link, entity, linker)
    else { return mention(link, surface, .keep, kind: entity.kind, entity: entity.id, span: span) }
    if isCyrillic {
      return mention(link, name, .annotate, kind: entity.kind, entity: entity.id, span: span)
    }
    if name == surface || isSpeltAlike(name, surface) {
      return mention(link, surface, .keep, kind: entity.kind, entity: entity.id, span: span)
    }
    let scheme = explanation(link, entity)
    let isCertain = isAllowed && link.isSpelling && (scheme != nil || link.likeness >= 0.75)
    let isQuoted = Surroundings.isAboutSpelling(link.tokens.lowerBound, linker.tokens)
    let action: Mention.Action =
      isCertain && !isQuoted && !isContrasted(link) ? .rewrite : .annotate
    return mention(
      link,
      name,
      action,
      kind: entity.kind,
      entity: entity.id,
      span: span,
      why: scheme
    )
  }

  /// The words of the link, with a sign for a soft letter at the end that the name has.
  private func span(of link: Link, _ entity: Entity) -> Range<Int> {
    let tokens = linker.tokens
    let span =
      tokens[link.tokens.lowerBound].span
      .lowerBound..<tokens[link.tokens.upperBound].span.upperBound
    guard let own = entity.own?.name, own.unicodeScalars.last == "ь",
      span.upperBound < linker.text.count
    else { return span }
    let (scalar, length) = linker.text.scalar(at: span.upperBound)
    let isSign = scalar.isApostrophe || scalar.value == 0x2B9 || scalar.value == 0x2032
    return isSign ? span.lowerBound..<span.upperBound + length : span
  }

  /// Case alone is no other spelling: BySol is BYSOL.
  private func isSpeltAlike(_ name: String, _ surface: String) -> Bool {
    name.lowercased() == surface.lowercased()
  }

  /// Whether the same sentence names the same entity in another spelling, as "Kiev or Kyiv".
  private func isContrasted(_ link: Link) -> Bool {
    let sentence = Surroundings.sentence(link.tokens.lowerBound, linker.tokens)
    let key = key(link)
    return linker.links.contains { other in
      other.target == link.target && isAbbreviated(other) == isAbbreviated(link)
        && Surroundings.sentence(other.tokens.lowerBound, linker.tokens) == sentence
        && self.key(other) != key
    }
  }

  /// Without a given name, or with its initial alone.
  private func isAbbreviated(_ link: Link) -> Bool {
    link.given.map { linker.tokens[$0].isInitial } ?? true
  }

  private func key(_ link: Link) -> [UInt64] {
    [link.given, link.surname].compactMap(\.self).filter { !linker.tokens[$0].isInitial }
      .map { linker.tokens[$0].key }
  }

  /// The schemes that explain the spelling; nil where none does.
  private func explanation(_ link: Link, _ entity: Entity) -> String? {
    var words: [(place: Int, forms: [(CyrillicLanguage, String)])] = []
    let names = CyrillicLanguage.allCases.compactMap { language in
      entity.cyrillic[language].map { (language, $0) }
    }
    if entity.kind == .person {
      let persons = names.compactMap { language, name in PersonName(name).map { (language, $0) } }
      if let given = link.given, !linker.tokens[given].isInitial {
        words.append((given, persons.map { ($0, $1.given) }))
      }
      if let surname = link.surname { words.append((surname, persons.map { ($0, $1.surname) })) }
    } else if let word = link.surname {
      words.append(
        (word, link.isProperPart ? names.map { ($0, NameIndex.quoted($1) ?? $1) } : names)
      )
    }
    var found: [String] = []
    for word in words {
      guard let scheme = scheme(linker.tokens[word.place].key, word.forms) else { return nil }
      if !found.contains(scheme) { found.append(scheme) }
    }
    return found.isEmpty ? nil : found.joined(separator: ", ")
  }

  private func scheme(_ key: UInt64, _ forms: [(CyrillicLanguage, String)]) -> String? {
    var best: Scheme?
    for (language, form) in forms {
      for spelling in gazetteer.schemes.spellings(of: form, language: language)
      where FoldedKey(spelling.latin).value == key {
        for scheme in spelling.schemes.map({ gazetteer.schemes.schemes[$0] })
        where scheme.kind.weight < best?.kind.weight ?? .max { best = scheme }
      }
    }
    return best?.id
  }

  private func candidates(_ numbers: [Int32], _ link: Link) -> [Mention.Candidate] {
    numbers.map { number in
      let entity = gazetteer.index.entities[Int(number)]
      let name = speller.spelling(of: link, entity, linker) ?? entity.id
      return Mention.Candidate(entity: entity.id, name: name)
    }
  }

  private func kind(_ numbers: [Int32]) -> Entity.Kind {
    numbers.first.map { gazetteer.index.entities[Int($0)].kind } ?? .person
  }

  private func mention(
    _ link: Link,
    _ name: String?,
    _ action: Mention.Action,
    kind: Entity.Kind,
    entity: String? = nil,
    span: Range<Int>? = nil,
    candidates: [Mention.Candidate] = [],
    why: String? = nil
  ) -> Mention {
    let tokens = linker.tokens
    let span =
      span
      ?? tokens[link.tokens.lowerBound].span
      .lowerBound..<tokens[link.tokens.upperBound].span.upperBound
    let surface = String(decoding: linker.text[span], as: UTF8.self)
    return Mention(
      at: span,
      surface: surface,
      name: name ?? (action == .keep ? surface : nil),
      entity: entity,
      kind: kind,
      action: action,
      confidence: confidence(link),
      why: why.map { "\(link.reason): \($0)" } ?? link.reason,
      candidates: candidates
    )
  }

  private func confidence(_ link: Link) -> Double {
    switch link.target {
    case .one: 0.5 + link.likeness / 2 * 0.98
    case .several(let entities): 0.9 / Double(max(1, entities.count))
    case .perhaps: link.likeness
    case .unlisted: 0.6
    }
  }
}

extension Scheme.Kind {
  /// How likely a text was spelt by such a scheme: the lowest first.
  fileprivate var weight: Int {
    switch self {
    case .press: 0
    case .official: 1
    case .passport: 2
    case .library: 3
    case .scholarly: 4
    }
  }
}
