import WinnowNames

/// Writes news articles of which every name is known: whose it is, and how it must be spelt.
struct ArticleGenerator {
  /// A person in an article, and by what scheme this article spells the name.
  struct Role {
    let person: Cast.Person
    let name: Cast.Name
    /// Nil for the press's spelling.
    let scheme: Scheme?

    func spell(_ word: String, press: String) -> String { scheme?.romanise(word) ?? press }
    var given: String { spell(name.given, press: person.press.given) }
    var surname: String { spell(name.surname, press: person.press.surname) }
    var spelledBy: String { scheme?.id ?? "press" }
  }

  let cast: Cast
  var random: SplitMix64
  var article = GeneratedArticle()
  var roles: [Character: Role] = [:]
  var hasRelative = false

  init(_ cast: Cast, seed: UInt64) {
    self.cast = cast
    random = SplitMix64(seed: seed)
  }

  /// One article of four to seven paragraphs.
  mutating func next() -> GeneratedArticle {
    article = GeneratedArticle()
    roles = [:]
    for letter in "AB" {
      roles[letter] = cast.persons.randomElement(using: &random).map { role($0) }
    }
    if random.happens(0.2), let pair = cast.namesakes.randomElement(using: &random) {
      roles["M"] = role(pair.0)
      roles["N"] = role(pair.1)
    }
    var paragraphs = NewsThemes.all.randomElement(using: &random) ?? []
    hasRelative = random.happens(0.25)
    if random.happens(0.4) { paragraphs += [pick(NewsThemes.lists)] }
    if hasRelative { paragraphs += [pick(NewsThemes.relatives)] }
    if roles["M"] != nil { paragraphs += [pick(NewsThemes.namesakes)] }
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let place = Int.random(in: 1...paragraphs.count, using: &random)
      paragraphs.insert(pick(NewsThemes.distractors), at: place)
    }
    for paragraph in paragraphs { write(paragraph) }
    return article
  }

  private mutating func pick(_ texts: [String]) -> String {
    texts.randomElement(using: &random) ?? ""
  }

  mutating func scheme(_ language: CyrillicLanguage) -> Scheme? {
    if random.happens(0.25) { return nil }
    return cast.schemes.schemes.filter { $0.language == language }.randomElement(using: &random)
  }

  private mutating func role(_ person: Cast.Person) -> Role {
    let name = person.names[Int.random(in: 0..<person.names.count, using: &random)]
    return Role(person: person, name: name, scheme: scheme(name.language))
  }

  /// Adds a template's text, and a name for each of its slots in braces.
  private mutating func write(_ template: String) {
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest.firstIndex(of: "}") {
      article.text += rest[..<open]
      let after = rest[rest.index(after: close)...]
      fill(rest[rest.index(after: open)..<close], before: rest[..<open].last, after: after)
      rest = after
    }
    article.text += rest + "\n"
  }
}
