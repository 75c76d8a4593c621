import WinnowText

/// Decides what is done about each link's spelling, and says why.
struct Policy {
  let words: KnownWords
  let speller: Speller
  /// Whether anything may be spelt anew at all.
  let isAllowed: Bool
  private let contrasts: Contrasts
  /// The entities that the text names, without doubt which, and those of them with their given names.
  private let named, inFull: Set<Link.Target>
  /// What has been asked of the schemes already.
  private var explained: [Explained: [Scheme]?] = [:]

  private struct Explained: Hashable {
    let entity: String
    let given: UInt64?
    let surname: UInt64?
    let isProperPart: Bool
  }

  init(_ linker: Linker, speller: Speller, isAllowed: Bool) {
    words = linker.words
    self.speller = speller
    self.isAllowed = isAllowed
    contrasts = Contrasts(linker)
    let links = linker.links.filter { if case .one = $0.target { true } else { false } }
    named = Set(links.map(\.target))
    inFull = Set(links.filter { $0.given != nil }.map(\.target))
  }

  mutating func mention(_ link: Link) -> Mention {
    switch link.target {
    case .one(let number): return certain(link, words.gazetteer.index.entities[Int(number)])
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

  private mutating func certain(_ link: Link, _ entity: Entity) -> Mention {
    let span = span(of: link, entity)
    let surface = String(decoding: words.text[span], as: UTF8.self)
    let isCyrillic = words.tokens[link.tokens.lowerBound].script == .cyrillic
    guard
      let name = isCyrillic ? speller.name(of: entity) : speller.spelling(of: link, entity, words)
    else { return mention(link, surface, .keep, kind: entity.kind, entity: entity.id, span: span) }
    if isCyrillic {
      return mention(link, name, .annotate, kind: entity.kind, entity: entity.id, span: span)
    }
    if name == surface || isSpeltAlike(name, surface) {
      return mention(link, surface, .keep, kind: entity.kind, entity: entity.id, span: span)
    }
    let schemes = schemes(explaining: link, entity)
    let isCertain =
      isAllowed && link.isSpelling && isExplained(link, entity, name, schemes)
      && !isPerhapsAnother(entity, schemes) && !isPartOfName(link)
      && !(schemes != nil && isStray(link, entity))
    let isQuoted =
      Surroundings.isAboutSpelling(link.tokens.lowerBound, words.tokens)
      || Surroundings.isInTitle(link.tokens.lowerBound, words.tokens)
    let action: Mention.Action =
      isCertain && !isQuoted && !contrasts.has(link) ? .rewrite : .annotate
    return mention(
      link,
      name,
      action,
      kind: entity.kind,
      entity: entity.id,
      span: span,
      why: schemes?.map(\.id).joined(separator: ", ")
    )
  }

  /// The words of the link, with a sign for a soft letter at the end that the name has.
  private func span(of link: Link, _ entity: Entity) -> Range<Int> {
    let last = link.tokens.upperBound
    let end = speller.end(of: words.tokens[last], isGiven: last == link.given, entity)
    return words.tokens[link.tokens.lowerBound].span.lowerBound..<end
  }

  /// Case alone is no other spelling: BySol is BYSOL.
  private func isSpeltAlike(_ name: String, _ surface: String) -> Bool {
    name.lowercased() == surface.lowercased()
  }

  /// Whether the spelling is one of the entity's own name, and not another name of it.
  private func isExplained(
    _ link: Link,
    _ entity: Entity,
    _ name: String,
    _ schemes: [Scheme]?
  ) -> Bool {
    if entity.kind == .person { return schemes != nil || link.likeness >= 0.75 }
    // Don is not to become Don River.
    guard NameWords.split(name).count == link.tokens.count else { return false }
    if schemes != nil || link.tokens.count > 1 { return true }
    let sound = SpelledToken(words.word(link.tokens.lowerBound))
    return entity.cyrillic.values.contains {
      words.gazetteer.comparer.similarity(SpelledToken($0), sound) >= 0.5
    }
  }

  private func kind(_ link: Link) -> Entity.Kind? {
    guard case .one(let number) = link.target else { return nil }
    return words.gazetteer.index.entities[Int(number)].kind
  }

  /// Whether a place's name may be part of another name: Kiev Street, Odessa College, Doug Liman.
  private func isPartOfName(_ link: Link) -> Bool {
    let tokens = words.tokens
    let (first, next) = (link.tokens.lowerBound, link.tokens.upperBound + 1)
    if link.given != nil || kind(link) == .person { return false }
    if Surroundings.isHeadline(first, tokens) { return false }
    if first > 0, tokens[first].joint == .space, tokens[first - 1].isCapital,
      !Surroundings.isTitle(words.word(first - 1)), !words.isCommon(first - 1),
      words.text[tokens[first - 1].span.upperBound] == 0x20
    {
      return true
    }
    guard next < tokens.count, tokens[next].joint == .space, tokens[next].isCapital else {
      return false
    }
    return !Surroundings.isTitle(words.word(next))
  }

  /// Whether the spelling is rather that of another language's namesake: Siarhei Ivanou is hardly the
  /// Russian Sergei Ivanov.
  private func isPerhapsAnother(_ entity: Entity, _ explained: [Scheme]?) -> Bool {
    guard entity.kind == .person, !entity.isProminent, words.gazetteer.isCommonlyNamed(entity)
    else {
      return false
    }
    return explained?.allSatisfy { $0.language.rawValue == entity.home.rawValue } != true
  }

  /// Whether one word stands alone in a text that names nothing else of the three countries, and is spelt as in
  /// no text of English: Karpati is a doctor there, and not the Carpathians, and Niemców are Germans in Polish.
  private func isStray(_ link: Link, _ entity: Entity) -> Bool {
    guard link.tokens.count == 1, named.count <= 1, !inFull.contains(link.target) else {
      return false
    }
    let letters = letters(of: link.tokens.lowerBound)
    return !forms(link, entity).contains { language, name in
      let form = entity.kind == .person ? PersonName(name)?.surname ?? name : name
      return words.gazetteer.schemes.spellings(of: form, language: language, like: letters)
        .contains { $0.schemes.contains { words.gazetteer.schemes.schemes[$0].isOfEnglish } }
    }
  }

  private func letters(of place: Int) -> FoldedLetters {
    FoldedLetters(words.text.span.extracting(words.tokens[place].span))
  }

  /// An entity's name, or the proper part of it that stands there, in each language.
  private func forms(_ link: Link, _ entity: Entity) -> [(CyrillicLanguage, String)] {
    CyrillicLanguage.allCases.compactMap { language in
      entity.cyrillic[language].map { name in
        (language, link.isProperPart ? NameIndex.quoted(name) ?? name : name)
      }
    }
  }

  /// The same as `explanation`, which takes its time, once for each spelling.
  private mutating func schemes(explaining link: Link, _ entity: Entity) -> [Scheme]? {
    let key = Explained(
      entity: entity.id,
      given: link.given.flatMap { words.tokens[$0].isInitial ? nil : words.tokens[$0].key },
      surname: link.surname.map { words.tokens[$0].key },
      isProperPart: link.isProperPart
    )
    if let known = explained[key] { return known }
    let found = explanation(link, entity)
    explained[key] = .some(found)
    return found
  }

  /// The schemes that explain the spelling, word by word; nil where none does.
  private func explanation(_ link: Link, _ entity: Entity) -> [Scheme]? {
    var asked: [(place: Int, forms: [(CyrillicLanguage, String)])] = []
    let names = forms(link, entity)
    if entity.kind == .person {
      let persons = names.compactMap { language, name in PersonName(name).map { (language, $0) } }
      if let given = link.given, !words.tokens[given].isInitial {
        asked.append((given, persons.map { ($0, $1.given) }))
      }
      if let surname = link.surname { asked.append((surname, persons.map { ($0, $1.surname) })) }
    } else if let word = link.surname {
      asked.append((word, names))
    }
    var found: [Scheme] = []
    for word in asked {
      guard let scheme = scheme(letters(of: word.place), word.forms, entity.home) else {
        return nil
      }
      if !found.contains(where: { $0.id == scheme.id }) { found.append(scheme) }
    }
    return found.isEmpty ? nil : found
  }

  /// The likeliest scheme: of the language of its home if one explains it.
  private func scheme(
    _ letters: FoldedLetters,
    _ forms: [(CyrillicLanguage, String)],
    _ home: Entity.Home
  ) -> Scheme? {
    func weight(_ scheme: Scheme) -> Int {
      scheme.kind.weight + (scheme.language.rawValue == home.rawValue ? 0 : 10)
    }
    var best: Scheme?
    for (language, form) in forms {
      for spelling in words.gazetteer.schemes.spellings(of: form, language: language, like: letters)
      {
        for scheme in spelling.schemes.map({ words.gazetteer.schemes.schemes[$0] })
        where weight(scheme) < best.map(weight) ?? .max { best = scheme }
      }
    }
    return best
  }

  private func candidates(_ numbers: [Int32], _ link: Link) -> [Mention.Candidate] {
    numbers.map { number in
      let entity = words.gazetteer.index.entities[Int(number)]
      let name = speller.spelling(of: link, entity, words) ?? entity.id
      return Mention.Candidate(entity: entity.id, name: name)
    }
  }

  private func kind(_ numbers: [Int32]) -> Entity.Kind {
    numbers.first.map { words.gazetteer.index.entities[Int($0)].kind } ?? .person
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
    let tokens = words.tokens
    let span =
      span
      ?? tokens[link.tokens.lowerBound].span
      .lowerBound..<tokens[link.tokens.upperBound].span.upperBound
    let surface = String(decoding: words.text[span], as: UTF8.self)
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
