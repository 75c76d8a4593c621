/// Makes out what the names in a list say: whose word is which, in what language, of what gender.
///
/// Says nothing where it isn't sure.
package struct NameReader: Sendable {
  /// What a list says of the words of a person's name.
  package struct Parts {
    private let given: Set<String>
    private let surnames: Set<String>

    package init(given: [String] = [], surnames: [String] = []) {
      self.given = Set(given.map { NameSpelling.tidied($0).lowercased() })
      self.surnames = Set(surnames.map { NameSpelling.tidied($0).lowercased() })
    }

    func isGiven(_ word: String) -> Bool { given.contains(word.lowercased()) }
    func isSurname(_ word: String) -> Bool { surnames.contains(word.lowercased()) }
  }

  private let given: GivenSpellings
  private let comparer: NameComparer

  package init(given: [GivenName]) {
    self.given = GivenSpellings(given)
    comparer = NameComparer(given: given)
  }

  /// A person's Cyrillic name, given name first and surname last; nil where the order isn't certain.
  package func person(_ text: String, _ parts: Parts) -> String? {
    guard let name = WrittenName(text), name.script == .cyrillic,
      let order = name.order ?? order(of: name.words, parts)
    else { return nil }
    return name.inOrder(order).joined(separator: " ")
  }

  /// The same, where nothing but a Latin spelling in the usual order may help.
  package func person(_ text: String, like press: String?) -> String? {
    guard let name = WrittenName(text), name.script == .cyrillic else { return nil }
    let known = press.flatMap { PersonName($0) }
    let order =
      name.order ?? orderByPatronymic(name.words)
      ?? [.givenFirst, .surnameFirst].first { order in
        known.map { isSame(name.inOrder(order), $0) } == true
      }
    return order.map { name.inOrder($0).joined(separator: " ") }
  }

  /// Of spellings of a person's name, the first, or the one that adds a patronymic to it.
  package func fullest(_ names: [String]) -> String? {
    guard let first = names.first, let short = PersonName(first) else { return names.first }
    return names.first { name in
      guard let full = PersonName(name), full.patronymic.map(isPatronymic) == true else {
        return false
      }
      return full.given == short.given && full.surname == short.surname
    } ?? first
  }

  /// A person's gender by patronymic or given name.
  package func gender(ofPerson name: String) -> GivenName.Gender? {
    guard let name = PersonName(name) else { return nil }
    if let word = name.patronymic, let patronymic = Patronymic(SpelledToken(word).readings[0]) {
      return patronymic.isFeminine ? .female : .male
    }
    return given.gender(of: name.given)
  }

  /// The language of a name by its letters, the given name, endings, then the bearer's country.
  ///
  /// A name from Belarus or Ukraine that isn't in their language is taken as Russian, if it can be.
  func language(
    of name: String,
    isPerson: Bool,
    country: CyrillicLanguage?
  ) -> CyrillicLanguage? {
    var open = NameSpelling.languages(of: name)
    func narrow(_ languages: Set<CyrillicLanguage>) {
      if !open.isDisjoint(with: languages) { open.formIntersection(languages) }
    }
    var words = name.split(separator: " ").map(String.init)
    if isPerson, !words.isEmpty { narrow(given.languages(of: words.removeFirst())) }
    for word in words {
      if let language = NameSpelling.language(ofEnding: word, isPerson: isPerson) {
        narrow([language])
      }
      // A father's name: Володимир is Ukrainian, and so is Володимирович.
      if word.hasSuffix("ович") || word.hasSuffix("овна") {
        narrow(given.languages(of: String(word.dropLast(4))))
      }
    }
    if NameSpelling.hasUnstressedO(name) { narrow([.ru, .uk]) }
    if open.count > 1, let country { narrow(open.contains(country) ? [country] : [.ru]) }
    return open.count == 1 ? open.first : nil
  }

  /// The names by language: those whose spelling tells it, then those of which the country does.
  package func byLanguage(
    _ names: [String],
    isPerson: Bool,
    country: CyrillicLanguage?
  ) -> [CyrillicLanguage: [String]] {
    func group(_ country: CyrillicLanguage?) -> [CyrillicLanguage: [String]] {
      var found: [CyrillicLanguage: [String]] = [:]
      for name in names {
        if let language = language(of: name, isPerson: isPerson, country: country) {
          found[language, default: []].append(name)
        }
      }
      return found
    }
    return group(nil).merging(group(country)) { told, _ in told }
  }

  /// The first Latin spelling of a person's name, given name first and without a patronymic.
  ///
  /// Spellings that are all capitals come last; those that are another name don't count.
  package func press(ofPerson names: [String], among spellings: [String]) -> String? {
    let written = spellings.compactMap { WrittenName($0) }.filter { $0.script == .latin }
    let known = names.compactMap { PersonName($0) }
    for name in written.filter({ !$0.isAllCapitals }) + written.filter(\.isAllCapitals) {
      for order in [WrittenName.Order.givenFirst, .surnameFirst] {
        let words = name.inOrder(order)
        guard known.contains(where: { isSame(words, $0) }) else { continue }
        let isFull = words.count == 3 && isPatronymic(words[1])
        return (isFull ? [words[0], words[2]] : words).joined(separator: " ")
      }
    }
    return nil
  }

  private func isSame(_ words: [String], _ name: PersonName) -> Bool {
    comparer.compare(words[0], name.given).same
      && comparer.compare(words[words.count - 1], name.surname).same
  }

  private func order(of words: [String], _ parts: Parts) -> WrittenName.Order? {
    if let order = orderByPatronymic(words) { return order }
    let (first, last) = (words[0], words[words.count - 1])
    let evidence = [
      (
        forGivenFirst: parts.isGiven(first) || parts.isSurname(last),
        forSurnameFirst: parts.isGiven(last) || parts.isSurname(first)
      ),
      (forGivenFirst: given.contains(first), forSurnameFirst: given.contains(last)),
    ]
    return evidence.first { $0.forGivenFirst != $0.forSurnameFirst }
      .map { $0.forGivenFirst ? .givenFirst : .surnameFirst }
  }

  private func orderByPatronymic(_ words: [String]) -> WrittenName.Order? {
    guard words.count == 3 else { return nil }
    // The middle goes before the end: many surnames look like a patronymic, no given name does.
    if isPatronymic(words[1]) { return .givenFirst }
    return isPatronymic(words[2]) ? .surnameFirst : nil
  }

  private func isPatronymic(_ word: String) -> Bool {
    Patronymic(SpelledToken(word).readings[0]) != nil
  }
}
