/// All that is known of names: the entities, given names and schemes in force, ready to be looked up.
package struct Gazetteer: Sendable {
  package let schemes: SchemeSet
  let index: NameIndex
  let persons: Persons
  /// Forms of one word that name bodies and are no Latin spelling.
  let bodies: [Int32]
  let phrases: ContextRules
  /// The names of persons at home in Latin letters, who are nobody's namesakes.
  let neighbours: KeySet
  private let commonSurnames: Set<String>

  /// Puts together what has been made of the same entities.
  package init(
    _ index: NameIndex,
    _ persons: Persons,
    schemes: SchemeSet,
    common: [String],
    commonSurnames: Set<String> = []
  ) {
    self.schemes = schemes
    self.index = index
    self.persons = persons
    self.commonSurnames = commonSurnames
    bodies = index.forms.indices.map(Int32.init).filter { number in
      let form = index.forms[Int(number)]
      return form.part == .whole && form.origin.language != nil
        && index.entities[Int(form.entity)].kind == .organisation
    }
    phrases = ContextRules(index.entities, common: common)
    neighbours = KeySet(
      index.entities.filter { $0.kind == .person && $0.home == .latin }
        .compactMap { $0.press.map { FoldedKey($0).value } }
    )
  }

  /// Takes entities file by file: of two with one id the later counts.
  ///
  /// - Throws: `NamesError` with the file and line of an entry that can't be.
  package init(
    _ entities: [Entity],
    given: [GivenName],
    schemes: SchemeSet,
    common: [String],
    commonSurnames: Set<String> = []
  ) throws(NamesError) {
    let entities = try Entity.unique(entities)
    self.init(
      NameIndex(entities),
      Persons(entities, given),
      schemes: schemes,
      common: common,
      commonSurnames: commonSurnames
    )
  }

  package var comparer: NameComparer { persons.comparer }

  /// The given names that a word may be.
  func givenNames(_ sound: SpelledToken) -> GivenSet { persons.comparer.words.table.find(sound) }

  /// Whether so many people bear a person's surname that it tells nobody from the others.
  func isCommonlyNamed(_ person: Entity) -> Bool {
    person.cyrillic.values.contains { name in
      PersonName(name).map { commonSurnames.contains($0.surname) } ?? false
    }
  }

  /// How many entities there are.
  package var count: Int { index.entities.count }

  package var entities: [Entity] { index.entities }

  /// The entity of an id; nil where there is none.
  package subscript(id: String) -> Entity? { index.entities.first { $0.id == id } }
}

extension Entity {
  /// Of entities with one id the last, sorted by id.
  ///
  /// - Throws: `NamesError` where a file has an id twice.
  package static func unique(_ entities: [Entity]) throws(NamesError) -> [Entity] {
    var places: [String: Int] = [:]
    for (place, entity) in entities.enumerated() {
      if let known = places.updateValue(place, forKey: entity.id).map({ entities[$0].table }),
        known.file == entity.table.file
      {
        throw entity.table.error("id: '\(entity.id)' stands on line \(known.line) too")
      }
    }
    return places.sorted { $0.key < $1.key }.map { entities[$0.value] }
  }
}
