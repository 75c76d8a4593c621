import WinnowText

/// Finds the names among the words of one text and says whose they are.
struct Linker {
  let text: [UInt8]
  let tokens: [NameToken]
  let gazetteer: Gazetteer
  private(set) var links: [Link] = []
  private let words: WordNumbers
  /// What has been found out already, by the word's number.
  private var readings: [WordReading?]
  private var sounds: [SpelledToken?]
  private var surnames: [[(entity: Int32, likeness: Double)]?]
  private var wholes: [[Int32]?]
  /// Whom the text has named in full, by the key of the surname as it was spelt.
  private var antecedents: [UInt64: [Link.Target]] = [:]
  /// Those of them that are one entity each.
  private var inFull: Set<Int32> = []
  /// The capitalised words of five bytes and more, by their bytes; made when first asked for.
  private lazy var capitals = CapitalWords(text, tokens)

  init(_ text: [UInt8], _ gazetteer: Gazetteer) {
    self.text = text
    self.gazetteer = gazetteer
    tokens = NameTokens.split(text)
    words = WordNumbers(tokens)
    readings = Array(repeating: nil, count: words.count)
    sounds = Array(repeating: nil, count: words.count)
    surnames = Array(repeating: nil, count: words.count)
    wholes = Array(repeating: nil, count: words.count)
  }

  /// All names, in the order of the text, none overlapping another.
  mutating func run() {
    var covered = [Bool](repeating: false, count: tokens.count)
    var at = 0
    while at < tokens.count {
      if tokens[at].isCapital, let link = phrase(at) ?? person(at) {
        add(link)
        for place in link.tokens { covered[place] = true }
        at = link.tokens.upperBound + 1
      } else {
        at += 1
      }
    }
    settleInitials()
    for place in tokens.indices where !covered[place] && tokens[place].isCapital {
      if let link = single(place) { links.append(link) }
    }
    links.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// An initial and a surname mean whom the text names in full.
  private mutating func settleInitials() {
    inFull = Set(
      antecedents.values.joined().compactMap { target -> Int32? in
        if case .one(let entity) = target { entity } else { nil }
      }
    )
    for place in links.indices {
      guard case .several(let entities) = links[place].target else { continue }
      let meant = entities.filter { inFull.contains($0) }
      if meant.count == 1 { links[place].target = .one(meant[0]) }
    }
    for key in antecedents.keys {
      antecedents[key] = antecedents[key]?.filter { target in
        guard case .several(let entities) = target else { return true }
        return entities.count(where: inFull.contains) != 1
      }
      if antecedents[key]?.isEmpty == true { antecedents[key] = nil }
    }
  }

  private mutating func add(_ link: Link) {
    links.append(link)
    guard let surname = link.surname, link.given != nil else { return }
    let key = tokens[surname].key
    if antecedents[key]?.contains(link.target) != true {
      antecedents[key, default: []].append(link.target)
    }
  }

  // MARK: words

  func word(_ place: Int) -> String {
    String(decoding: text[tokens[place].span], as: UTF8.self)
  }

  /// A capitalised word, read.
  private mutating func reading(_ place: Int) -> WordReading {
    let number = Int(words.numbers[place])
    if let known = readings[number] { return known }
    let reading = gazetteer.index.read(text, tokens[place].span)
    readings[number] = reading
    return reading
  }

  /// A capitalised word's sounds, with the given names that it may be.
  private mutating func sound(_ place: Int) -> SpelledToken {
    let number = Int(words.numbers[place])
    if let known = sounds[number] { return known }
    let span = reading(place).span
    var sound = SpelledToken(utf8: text.span.extracting(span))
    sound.given = gazetteer.givenNames(sound)
    sounds[number] = sound
    return sound
  }

  /// Whether two words stand side by side, with a space or an initial's full stop between.
  private func isBeside(_ place: Int) -> Bool {
    tokens.indices.contains(place) && tokens[place].isCapital
      && (tokens[place].joint == .space || tokens[place].joint == .dot)
  }

  /// Whether a word is an initial, of one letter or, as Yu, of two.
  func isInitial(_ place: Int) -> Bool {
    tokens[place].isInitial || (isBeside(place + 1) && tokens[place + 1].joint == .dot)
  }

  // MARK: names of several words

  private mutating func phrase(_ at: Int) -> Link? {
    var best: Standing?
    if tokens[at].script == .cyrillic {
      seek(.stem, at, &best)
    } else {
      seek(.folded, at, &best)
      seek(.sound, at, &best)
    }
    guard let best, !Surroundings.isAbroad(after: best.last, tokens) else { return nil }
    let meant = likeliest(best.entities.sorted(), FoldedKey(best.phrase.name).value)
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
    let phrases = gazetteer.index.phrases.phrases(way, key(way, at))
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

  private mutating func key(_ way: PhraseIndex.Way, _ place: Int) -> UInt64 {
    switch way {
    case .folded: tokens[place].key
    case .sound where tokens[place].isCapital: reading(place).skeleton.value
    case .sound, .stem: way.key(text, tokens[place].span)
    }
  }

  /// Whether words that stand side by side are a name's, spelt by one scheme.
  private mutating func stands(
    _ phrase: PhraseIndex.Phrase,
    _ places: ClosedRange<Int>,
    _ way: PhraseIndex.Way
  ) -> Bool {
    for place in places.dropFirst()
    where key(way, place) != phrase.keys[place - places.lowerBound] {
      return false
    }
    guard way == .sound, let language = phrase.origin.language else { return true }
    var letters = FoldedLetters()
    for place in places { letters.add(text.span.extracting(tokens[place].span)) }
    return gazetteer.schemes.isSpelling(letters, of: phrase.name, language: language)
  }

  // MARK: persons in full

  private mutating func person(_ at: Int) -> Link? {
    let isInitial = isInitial(at)
    // A second given name, a patronymic or an initial may stand between, or a nickname in quotes.
    if isBeside(at + 1) {
      if isBeside(at + 2), isMiddle(at + 1),
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
    guard tokens[place].script == .latin, isBeside(place + 1) else { return false }
    return !sound(place).given.isEmpty && sound(place + 1).given.isEmpty
  }

  /// Whether a word may stand between given name and surname.
  private mutating func isMiddle(_ place: Int) -> Bool {
    if tokens[place].isInitial { return true }
    guard tokens[place].script != .mixed else { return false }
    return Patronymic(sound(place).readings[0]) != nil
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
    let found = persons(surname).filter { isCalled($0.entity, given, isInitial) }
    if let best = found.map(\.likeness).max() {
      let meant = found.filter { $0.likeness > best - 0.1 }.map(\.entity).sorted()
      let isOne =
        meant.count == 1
        && (!isInitial || gazetteer.index.entities[Int(meant[0])].isProminent)
      return link(isOne ? .one(meant[0]) : .several(meant), best)
    }
    if isInitial || isCommon(surname) { return nil }
    let called = sound(given).given
    if called.isEmpty { return nil }
    if let repair = repair(called, surname) {
      return link(
        .perhaps(repair.entities),
        repair.likeness,
        "given name, and a surname as machine translation may leave it"
      )
    }
    guard SurnameShape.isSlavic(word(surname)) || !persons(surname).isEmpty else {
      noteGlued(given, surname)
      return nil
    }
    let key = FoldedKey(word(given) + word(surname)).value
    return link(
      .unlisted(String(key, radix: 36)),
      0,
      "a given name, and the ending of a surname"
    )
  }

  /// Persons with a surname that a Latin word may spell, each with how near the spelling is.
  private mutating func persons(_ place: Int) -> [(entity: Int32, likeness: Double)] {
    let number = Int(words.numbers[place])
    if let known = surnames[number] { return known }
    var found: [(entity: Int32, likeness: Double)] = []
    func add(_ entity: Int32, _ likeness: Double) {
      if let known = found.firstIndex(where: { $0.entity == entity }) {
        found[known].likeness = max(found[known].likeness, likeness)
      } else {
        found.append((entity, likeness))
      }
    }
    for number in reading(place).forms where isSurname(number) {
      let likeness = likeness(place, number, atLeast: 0.5)
      if likeness >= 0.5 { add(gazetteer.index.forms[Int(number)].entity, likeness) }
    }
    for number in gazetteer.index.listed(tokens[place].key) where isSurname(number) {
      add(gazetteer.index.forms[Int(number)].entity, 1)
    }
    found.sort { $0.entity < $1.entity }
    surnames[number] = found
    return found
  }

  private func isSurname(_ form: Int32) -> Bool {
    gazetteer.index.forms[Int(form)].part == .surname
  }

  /// How near a Latin word is to a form; what is below `least` comes out below it, and no more exactly.
  private mutating func likeness(_ place: Int, _ form: Int32, atLeast least: Double) -> Double {
    let sound = sound(place)
    return gazetteer.persons.comparer.similarity(
      sound,
      gazetteer.index.forms[Int(form)].sound,
      atLeast: least
    )
  }

  /// Names of one word that a Latin word is listed as or spells by a scheme.
  private mutating func wholes(_ place: Int) -> [Int32] {
    let word = Int(words.numbers[place])
    if let known = wholes[word] { return known }
    var found = Array(gazetteer.index.listed(tokens[place].key))
    for number in reading(place).forms where !isSurname(number) {
      // Most of what has the same consonants is far from it, and schemes take time.
      guard let language = gazetteer.index.forms[Int(number)].origin.language,
        likeness(place, number, atLeast: 0.2) >= 0.2
      else { continue }
      let letters = FoldedLetters(text.span.extracting(tokens[place].span))
      let name = gazetteer.index.forms[Int(number)].text
      if gazetteer.schemes.isSpelling(letters, of: name, language: language) {
        found.append(number)
      }
    }
    wholes[word] = found
    return found
  }

  /// Whether a person bears the given name, or the initial, that stands here.
  private mutating func isCalled(_ entity: Int32, _ place: Int, _ isInitial: Bool) -> Bool {
    let own = sound(place)
    for known in gazetteer.persons[entity].given {
      if isInitial {
        if gazetteer.comparer.words.initialFits(own, known, known.given) { return true }
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
      damaged: sound(surname),
      atLeast: Self.damaged
    )
    found.sort { ($1.likeness, $0.entity) < ($0.likeness, $1.entity) }
    guard let best = found.first else { return nil }
    return (found.prefix(3).map(\.entity), best.likeness * 0.8)
  }

  private static let damaged = 0.8

  /// A surname that has grown together with the word after it still names who is meant later on.
  private mutating func noteGlued(_ given: Int, _ glued: Int) {
    let word = text[tokens[glued].span]
    let inside = capitals.beginnings(of: word)
    guard let first = inside.first, inside.count > 1 else { return }
    let surname = tokens[first]
    guard antecedents[surname.key] == nil,
      SurnameShape.isSlavic(String(decoding: text[surname.span], as: UTF8.self))
    else { return }
    let name = self.word(given) + String(decoding: text[surname.span], as: UTF8.self)
    antecedents[surname.key] = [.unlisted(String(FoldedKey(name).value, radix: 36))]
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
    if sound(given).given.isEmpty { return nil }
    let found = persons(at).filter { $0.likeness >= 0.9 && isCalled($0.entity, given, false) }
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

  // MARK: single words

  private mutating func single(_ place: Int) -> Link? {
    let token = tokens[place]
    if token.span.count < 3 || token.script == .other { return nil }
    let isCyrillic = token.script == .cyrillic
    let found = isCyrillic ? cyrillicSurnames(place) : persons(place)
    let spelt = antecedents[token.key] ?? []
    if !spelt.isEmpty || found.contains(where: { inFull.contains($0.entity) }) {
      let named =
        spelt
        + found.filter { inFull.contains($0.entity) }.map { .one($0.entity) }
        .filter { !spelt.contains($0) }
      let likeness = spelt.isEmpty ? found.map(\.likeness).max() ?? 0 : 1
      return bare(place, named, likeness: likeness)
    }
    let prominent = found.filter {
      $0.likeness >= 0.75 && gazetteer.index.entities[Int($0.entity)].isProminent
    }
    if prominent.count == 1, !isCommon(place),
      prominent[0].likeness == 1 || isCyrillic || wholes(place).isEmpty, !isPartOfName(place)
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
    if followsGivenName(place) || isHyphenated(place) { return nil }
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
    guard tokens[place].script == .latin, isBeside(place), tokens[place].joint == .space else {
      return false
    }
    let before = tokens[place - 1]
    // Ukraine's Kukhta is no longer name.
    guard before.isCapital, !before.isAllCapitals, text[before.span.upperBound] == 0x20 else {
      return false
    }
    return !Surroundings.isTitle(word(place - 1)) && !isCommon(place - 1)
      && !Surroundings.beginsSentences(before) && !Surroundings.isHeadline(place, tokens)
  }

  /// Whether the word before is a given name or an initial, so that this is somebody's surname.
  private func followsGivenName(_ place: Int) -> Bool {
    guard place > 0, isBeside(place), tokens[place - 1].isCapital else { return false }
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
    if followsGivenName(place) || isHyphenated(place) { return true }
    if place > 0, tokens[place].joint == .space || tokens[place].joint == .quote,
      Surroundings.vessels.contains(tokens[place - 1].key)
    {
      return true
    }
    guard tokens[place].script == .latin, isBeside(place), tokens[place - 1].isCapital else {
      return false
    }
    let before = tokens[place - 1]
    // Ukraine's Donbas is no longer name.
    if text[before.span.upperBound] != 0x20 { return false }
    return before.joint != .start && !Surroundings.isTitle(word(place - 1))
      && !Surroundings.isHeadline(place, tokens)
  }

  private func isHyphenated(_ place: Int) -> Bool {
    let next = place + 1
    guard next < tokens.count, tokens[next].joint == .hyphen else { return false }
    return tokens[next].isCapital || Surroundings.vesselClass == tokens[next].key
  }

  /// A place or a body that one word names.
  private mutating func whole(_ place: Int, _ isCyrillic: Bool) -> Link? {
    if isCommon(place) { return nil }
    let numbers =
      isCyrillic
      ? gazetteer.index.cases(text, tokens[place].span).map(\.form) : wholes(place)
    if numbers.isEmpty && !isQuoted(place) || isPartOfName(place) { return nil }
    var found = numbers.map { gazetteer.index.forms[Int($0)] }
    found = found.filter { isMeant($0, place) }
    // What has the name for its own comes before what only contains it.
    if found.contains(where: \.origin.isSpelling) {
      found = found.filter(\.origin.isSpelling)
    }
    if found.isEmpty { return proposal(place) }
    let meant = likeliest(Set(found.map(\.entity)).sorted(), tokens[place].key)
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

  /// Of several things with one name those that the press spells just so, of a town and its river or
  /// district the town, and of several towns the one that all the world knows.
  private func likeliest(_ meant: [Int32], _ key: UInt64) -> [Int32] {
    func best(_ entities: [Int32], _ isBetter: (Entity) -> Bool) -> [Int32] {
      let better = entities.filter { isBetter(gazetteer.index.entities[Int($0)]) }
      return better.isEmpty ? entities : better
    }
    let spelt = best(meant) { $0.press.map { FoldedKey($0).value } == key }
    let isPlaces = spelt.allSatisfy { gazetteer.index.entities[Int($0)].kind == .place }
    return isPlaces ? best(best(spelt) { $0.isSettlement }) { $0.isProminent } : spelt
  }

  /// A body whose name, in a bad translation, may be this word: only where it stands in quotation marks.
  private mutating func proposal(_ place: Int) -> Link? {
    guard isQuoted(place), tokens[place].script == .latin, tokens[place].span.count >= 5 else {
      return nil
    }
    let own = sound(place)
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

  /// Whether a word stands in quotation marks, alone.
  private func isQuoted(_ place: Int) -> Bool {
    tokens[place].joint == .quote
      && (place + 1 == tokens.count || tokens[place + 1].joint == .quote)
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
        if !sound(place).given.isEmpty, !Surroundings.isInside(place, tokens) { return false }
      }
    }
    return !gazetteer.phrases.excludes(form.entity, place, tokens)
  }

  /// Whether the word is one that texts use in lower case too: Most, Roman, Put.
  func isCommon(_ place: Int) -> Bool {
    words.isLowercase[Int(words.numbers[place])]
      || gazetteer.phrases.common.contains(tokens[place].key)
  }
}
