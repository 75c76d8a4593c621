/// Persons in full.
extension Linker {
  mutating func person(_ at: Int) -> Link? {
    let isInitial = words.isInitial(at)
    // A second given name, a patronymic or an initial may stand between, or a nickname in quotes.
    if words.isBeside(at + 1) {
      if words.isBeside(at + 2), isMiddle(at + 1),
        let link = person(given: at, at + 2, isInitial: isInitial)
      {
        return link
      }
      if !tokens[at + 1].isInitial, let link = person(given: at, at + 1, isInitial: isInitial) {
        return link
      }
      return turned(at)
    }
    if at + 2 < tokens.count, tokens[at + 1].joint == .quote, tokens[at + 2].joint == .quote,
      tokens[at + 2].isCapital
    {
      return person(given: at, at + 2, isInitial: isInitial)
    }
    return at + 1 < tokens.count && tokens[at + 1].joint == .comma ? turned(at) : nil
  }

  /// Whether a word is a given name itself, with a surname after it.
  private mutating func isGivenOfNext(_ place: Int) -> Bool {
    guard tokens[place].script == .latin, words.isBeside(place + 1) else { return false }
    return !words.sound(place).given.isEmpty && words.sound(place + 1).given.isEmpty
  }

  /// Whether a word may stand between given name and surname.
  private mutating func isMiddle(_ place: Int) -> Bool {
    if tokens[place].isInitial { return true }
    guard tokens[place].script != .mixed else { return false }
    return Patronymic(words.sound(place).readings[0]) != nil
  }

  private mutating func person(given: Int, _ surname: Int, isInitial: Bool) -> Link? {
    if isGivenOfNext(surname) { return nil }
    func link(_ target: Link.Target, _ likeness: Double, _ reason: String? = nil) -> Link {
      Link(
        tokens: given...surname,
        given: given,
        surname: surname,
        target: target,
        likeness: likeness,
        reason: reason ?? (isInitial ? "initial and surname" : "given name and surname")
      )
    }
    if tokens[surname].script == .cyrillic {
      let meant = cyrillicPersons(given: given, surname, isInitial: isInitial)
      if meant.isEmpty { return nil }
      return link(meant.count == 1 && !isInitial ? .one(meant[0]) : .several(meant), 1)
    }
    let found = words.persons(surname).filter { isCalled($0.entity, given, isInitial) }
    if let best = found.map(\.likeness).max() {
      // Anna German is a singer of Poland, and not Hanna Herman.
      let key = FoldedKey(words.word(given) + words.word(surname)).value
      if gazetteer.neighbours.contains(key) { return nil }
      let meant = found.filter { $0.likeness > best - 0.1 }.map(\.entity).sorted()
      let isOne =
        meant.count == 1
        && (!isInitial || gazetteer.index.entities[Int(meant[0])].isProminent)
      return link(isOne ? .one(meant[0]) : .several(meant), best)
    }
    if isInitial || words.isCommon(surname) { return nil }
    let called = words.sound(given).given
    if called.isEmpty { return nil }
    if let repair = repair(called, surname) {
      return link(
        .perhaps(repair.entities),
        repair.likeness,
        "given name, and a surname as machine translation may leave it"
      )
    }
    guard SurnameShape.isSlavic(words.word(surname)) || !words.persons(surname).isEmpty else {
      noteGlued(given, surname)
      return nil
    }
    let key = FoldedKey(words.word(given) + words.word(surname)).value
    return link(
      .unlisted(String(key, radix: 36)),
      0,
      "a given name, and the ending of a surname"
    )
  }

  /// Whether a person bears the given name, or the initial, that stands here.
  private mutating func isCalled(_ entity: Int32, _ place: Int, _ isInitial: Bool) -> Bool {
    let own = words.sound(place)
    for known in gazetteer.persons[entity].given {
      if isInitial {
        // Not that of a pet name: M. Peskov is not Mitya, and in French he is Monsieur.
        if gazetteer.comparer.words.initialFits(own, known, GivenSet()) { return true }
      } else if own.given.isEmpty || known.given.isEmpty {
        if gazetteer.comparer.similarity(own, known, atLeast: 0.5) >= 0.5 { return true }
      } else if own.given.common(known.given) != nil {
        return true
      }
    }
    return false
  }

  /// Persons of that given name whose surname, in a bad translation, may be this word.
  private mutating func repair(
    _ called: GivenSet,
    _ surname: Int
  ) -> (entities: [Int32], likeness: Double)? {
    var found = gazetteer.persons.all(
      called: called,
      damaged: words.sound(surname),
      atLeast: Self.damaged
    )
    found.sort { ($1.likeness, $0.entity) < ($0.likeness, $1.entity) }
    guard let best = found.first else { return nil }
    return (found.prefix(3).map(\.entity), best.likeness * 0.8)
  }

  /// A surname that has grown together with the word after it still names who is meant later on: somebody
  /// whom the gazetteer doesn't know.
  private mutating func noteGlued(_ given: Int, _ glued: Int) {
    let word = text[tokens[glued].span]
    let inside = capitals.beginnings(of: word)
    guard let first = inside.first, inside.count > 1 else { return }
    let surname = tokens[first]
    guard antecedents[surname.key].isEmpty,
      SurnameShape.isSlavic(String(decoding: text[surname.span], as: UTF8.self))
    else { return }
    if words.persons(first).contains(where: { isCalled($0.entity, given, false) }) { return }
    let name = words.word(given) + String(decoding: text[surname.span], as: UTF8.self)
    antecedents.add(.unlisted(String(FoldedKey(name).value, radix: 36)), surname: surname.key)
  }

  /// Surname first: only for a person whom the gazetteer knows by both names.
  private mutating func turned(_ at: Int) -> Link? {
    let given = at + 1
    guard tokens[given].isCapital, !tokens[given].isInitial else { return nil }
    if tokens[at].script == .cyrillic {
      let meant = cyrillicPersons(given: given, at, isInitial: false)
      if meant.isEmpty || tokens[given].joint == .comma { return nil }
      return Link(
        tokens: at...given,
        given: given,
        surname: at,
        target: meant.count == 1 ? .one(meant[0]) : .several(meant),
        likeness: 1,
        reason: "surname and given name"
      )
    }
    if words.sound(given).given.isEmpty { return nil }
    let found = words.persons(at).filter { $0.likeness >= 0.9 && isCalled($0.entity, given, false) }
    guard let first = found.first else { return nil }
    return Link(
      tokens: at...given,
      given: given,
      surname: at,
      target: found.count == 1 ? .one(first.entity) : .several(found.map(\.entity)),
      likeness: first.likeness,
      reason: "surname and given name"
    )
  }

  private func cyrillicPersons(given: Int, _ surname: Int, isInitial: Bool) -> [Int32] {
    var meant: Set<Int32> = []
    for found in gazetteer.index.cases(text, tokens[surname].span) {
      let form = gazetteer.index.forms[Int(found.form)]
      guard form.part == .surname else { continue }
      let isCalled = gazetteer.persons[form.entity].cases.contains { own in
        if isInitial { return own.nominative.starts(with: text[tokens[given].span]) }
        return !own.cases(of: text, tokens[given].span).isDisjoint(with: found.cases)
      }
      if isCalled { meant.insert(form.entity) }
    }
    return meant.sorted()
  }
}
