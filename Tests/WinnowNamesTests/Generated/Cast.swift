import WinnowNames

/// Who and what of the gazetteer may appear in generated articles.
struct Cast: Sendable {
  /// A person's name in one language, taken apart.
  struct Name: Sendable {
    let language: CyrillicLanguage
    let given: String
    let patronymic: String?
    let surname: String
  }

  struct Person: Sendable {
    let id: String
    let isMale: Bool
    let names: [Name]
    let press: (given: String, surname: String)
  }

  struct Place: Sendable {
    let id: String
    let names: [(language: CyrillicLanguage, name: String)]
    let press: String
  }

  let persons: [Person]
  /// Pairs of persons with one surname and different given names.
  let namesakes: [(Person, Person)]
  let places: [Place]
  let schemes: SchemeSet

  init(_ gazetteer: Gazetteer) {
    schemes = gazetteer.schemes
    var bearers: [String: Int] = [:]
    for entity in gazetteer.entities {
      for name in Set(entity.cyrillic.values.map(Self.shortened)) { bearers[name, default: 0] += 1 }
    }
    func isAlone(_ entity: Entity) -> Bool {
      entity.cyrillic.values.allSatisfy { bearers[Self.shortened($0)] == 1 }
    }
    persons = gazetteer.entities.filter(isAlone).compactMap(Self.person)
    places = gazetteer.entities.filter(isAlone).compactMap(Self.place)
    let families = Dictionary(grouping: persons) { $0.names.first { $0.language == .ru }?.surname }
    namesakes = families.filter { $0.key != nil && $0.value.count > 1 }.values
      .map { ($0[0], $0[1]) }.filter { $0.0.press.given != $0.1.press.given }
      .sorted { $0.0.id < $1.0.id }
  }

  /// A person's name without the patronymic, another name as it is.
  private static func shortened(_ name: String) -> String {
    let words = name.split(separator: " ")
    return words.count == 3 ? "\(words[0]) \(words[2])" : name
  }

  private static func person(_ entity: Entity) -> Person? {
    guard entity.kind == .person, entity.home != .latin,
      let press = entity.press?.split(separator: " ").map(String.init), press.count == 2
    else { return nil }
    let names = CyrillicLanguage.allCases.compactMap { language -> Name? in
      let words = (entity.cyrillic[language] ?? "").split(separator: " ").map(String.init)
      guard words.count == 2 || words.count == 3 else { return nil }
      return Name(
        language: language,
        given: words[0],
        patronymic: words.count == 3 ? words[1] : nil,
        surname: words[words.count - 1]
      )
    }
    if names.isEmpty { return nil }
    return Person(
      id: entity.id,
      isMale: entity.gender == .male,
      names: names,
      press: (press[0], press[1])
    )
  }

  private static func place(_ entity: Entity) -> Place? {
    guard entity.kind == .place, entity.home != .latin, let press = entity.press,
      ["city", "town"].contains(entity.type), !press.contains(where: { " -".contains($0) })
    else { return nil }
    let names = CyrillicLanguage.allCases.compactMap { language in
      entity.cyrillic[language].map { (language: language, name: $0) }
    }
    if names.contains(where: { $0.name.contains { " -".contains($0) } }) { return nil }
    return Place(id: entity.id, names: names, press: press)
  }
}
