/// Every word of the gazetteer's names, to be found by its sound, its spelling or its stem.
package struct NameIndex: Sendable {
  /// What a word is in a name.
  enum Part: Sendable {
    case surname
    /// The only word of a name.
    case whole
  }

  /// Why a form is in the index.
  enum Origin: Sendable {
    /// The name itself in one of the three languages: schemes spell it.
    case cyrillic(CyrillicLanguage)
    /// The proper name in a body's name, which stands in quotation marks: schemes spell it.
    case quoted(CyrillicLanguage)
    /// The press's spelling, or another that the gazetteer lists.
    case listed
    /// An abbreviation or a short name.
    case short
    /// A name that it had before; schemes spell it where its language is given.
    case former(CyrillicLanguage?)
  }

  struct Form: Sendable {
    let text: String
    let entity: Int32
    let part: Part
    let origin: Origin
    let sound: SpelledToken
  }

  /// A Cyrillic word with its cases.
  struct CaseWord: Sendable {
    let forms: CaseForms
    let form: Int32
  }

  let entities: [Entity]
  let forms: [Form]
  private let bySkeleton: KeyedLists<Int32>
  private let bySpelling: KeyedLists<Int32>
  let phrases: PhraseIndex
  private let byStem: KeyedLists<CaseWord>

  /// Takes entities of which no two have one id.
  package init(_ entities: [Entity]) {
    let gathered = Gathered(entities)
    self.entities = entities
    forms = gathered.forms
    bySkeleton = KeyedLists(gathered.bySkeleton)
    bySpelling = KeyedLists(gathered.bySpelling)
    phrases = PhraseIndex(gathered.phrases)
    byStem = KeyedLists(gathered.byStem)
  }

  /// Adds forms that have the consonants of a Latin word, none twice; the sounds must still be compared.
  func add(soundingLike skeleton: Skeleton, to found: inout [Int32]) {
    for form in bySkeleton[skeleton.value] where !found.contains(form) { found.append(form) }
  }

  /// Forms that the gazetteer lists in just this spelling, but for case and accents.
  func listed(_ key: UInt64) -> ArraySlice<Int32> { bySpelling[key] }

  /// Forms that have this Cyrillic word for one of their cases, with the case.
  func cases(_ text: [UInt8], _ span: Range<Int>) -> [(form: Int32, cases: CaseSet)] {
    byStem[StemKey(text, span).value].compactMap { word in
      let cases = word.forms.cases(of: text, span)
      return cases.isEmpty ? nil : (word.form, cases)
    }
  }

  /// What stands between « and ».
  static func quoted(_ name: String) -> String? {
    guard let start = name.firstIndex(of: "«"), let end = name.lastIndex(of: "»"), start < end
    else {
      return nil
    }
    return String(name[name.index(after: start)..<end])
  }
}

/// The words of all names as they are gathered.
private struct Gathered {
  typealias Form = NameIndex.Form

  private let entities: [Entity]
  private(set) var forms: [Form] = []
  private(set) var bySkeleton: [(key: UInt64, element: Int32)] = []
  private(set) var bySpelling: [(key: UInt64, element: Int32)] = []
  private(set) var byStem: [(key: UInt64, element: NameIndex.CaseWord)] = []
  private(set) var phrases = PhraseIndex.Lists()

  init(_ entities: [Entity]) {
    self.entities = entities
    for (number, entity) in entities.enumerated() {
      let number = Int32(number)
      for language in CyrillicLanguage.allCases {
        if let name = entity.cyrillic[language] { add(name, number, .cyrillic(language)) }
      }
      // People and places at home in Latin letters are not transliterated: only Cyrillic texts spell
      // them anew.
      if entity.isLatin { continue }
      for name in [entity.press, entity.national].compactMap(\.self) + entity.also {
        add(name, number, .listed)
      }
      for name in entity.short { add(name, number, .short) }
      for former in entity.former {
        for language in CyrillicLanguage.allCases {
          if let name = former.cyrillic[language] { add(name, number, .former(language)) }
        }
        if let name = former.latin { add(name, number, .former(nil)) }
      }
    }
  }

  private mutating func add(_ name: String, _ entity: Int32, _ origin: NameIndex.Origin) {
    let kind = entities[Int(entity)].kind
    if kind == .organisation, case .cyrillic(let language) = origin,
      let quoted = NameIndex.quoted(name)
    {
      add(quoted, entity, .quoted(language))
      return
    }
    if kind == .person, let person = PersonName(name) {
      add(word: person.surname, entity, .surname, origin)
      return
    }
    let words = NameWords.split(name)
    if words.count == 1 {
      add(word: name, entity, .whole, origin)
    } else if origin.language != nil || kind != .organisation {
      // A body's name that was translated is no spelling.
      phrases.add(name, words, entity, origin)
    }
  }

  private mutating func add(
    word: String,
    _ entity: Int32,
    _ part: NameIndex.Part,
    _ origin: NameIndex.Origin
  ) {
    let number = Int32(forms.count)
    let form = Form(
      text: word,
      entity: entity,
      part: part,
      origin: origin,
      sound: SpelledToken(word)
    )
    forms.append(form)
    if origin.language == nil { bySpelling.append((FoldedKey(word).value, number)) }
    let owner = entities[Int(entity)]
    if !owner.isLatin { bySkeleton.append((Skeleton(word).value, number)) }
    guard let language = origin.language else { return }
    let gender: NameWord.Gender? = owner.gender.map { $0 == .male ? .masculine : .feminine }
    let own = NameWord(
      word,
      NameWord.Language(language),
      part == .surname ? .surname : .place,
      owner.kind == .person ? gender : nil
    )
    let key = StemKey(own.text, own.text.indices).value
    byStem.append((key, NameIndex.CaseWord(forms: CaseForms(of: own), form: number)))
  }
}

extension NameIndex.Origin {
  /// The language by whose schemes the form is spelt; nil for a Latin one.
  var language: CyrillicLanguage? {
    switch self {
    case .cyrillic(let language), .quoted(let language): language
    case .former(let language): language
    case .listed, .short: nil
    }
  }

  var isQuoted: Bool {
    if case .quoted = self { true } else { false }
  }

  /// Whether it is a spelling of the name, and not another name.
  var isSpelling: Bool {
    switch self {
    case .cyrillic, .listed: true
    case .quoted, .short, .former: false
    }
  }
}

extension Entity {
  /// Whether Latin texts have nothing to spell anew in its name.
  fileprivate var isLatin: Bool { home == .latin && kind != .organisation }
}

extension NameWord.Language {
  init(_ language: CyrillicLanguage) {
    switch language {
    case .be: self = .be
    case .ru: self = .ru
    case .uk: self = .uk
    }
  }
}
