import WinnowNames
import WinnowPipeline

/// Reads entities of OpenSanctions: FollowTheMoney JSON, one a line (`entities.ftm.json`).
struct OpenSanctions: NameList {
  private static let organisationTypes = [
    "Organization": "other", "Company": "company", "PublicBody": "agency",
  ]
  private static let homes: [String: CyrillicLanguage] = ["by": .be, "ru": .ru, "ua": .uk]
  /// Countries whose own Cyrillic must not be taken for Russian.
  private static let otherCyrillic: Set<String> = ["ba", "bg", "me", "mk", "mn", "rs"]

  let names: NameReader

  func add(
    _ line: ArraySlice<UInt8>,
    of file: String,
    to overlay: inout Overlay
  ) throws(PipelineError) {
    overlay.add(try outcome(of: line))
  }

  func finish(_ overlay: inout Overlay) {}

  private func outcome(of line: ArraySlice<UInt8>) throws(PipelineError) -> Overlay.Outcome {
    let members = try JSONValue(line: line).members
    guard let id = members["id"]?.string, let schema = members["schema"]?.string,
      let properties = members["properties"]?.members
    else { throw .badInput("wanted an entity with id, schema and properties") }
    let entity = FollowTheMoneyEntity(
      id: id,
      caption: members["caption"]?.string,
      properties: properties
    )
    guard schema == "Person" || Self.organisationTypes[schema] != nil,
      entity.spellings.contains(where: NameSpelling.hasCyrillic)
    else { return .notWanted }
    let countries = Set(["nationality", "citizenship", "country"].flatMap { entity[$0] })
    if !Self.otherCyrillic.isDisjoint(with: countries) { return .uncertain }
    return Self.organisationTypes[schema].map { organisation(entity, $0) } ?? person(entity)
  }

  private func person(_ entity: FollowTheMoneyEntity) -> Overlay.Outcome {
    let parts = NameReader.Parts(given: entity["firstName"], surnames: entity["lastName"])
    let country = Self.country(entity["nationality"] + entity["citizenship"], entity["country"])
    let ordered = (entity.spellings + entity.joinedNames).compactMap { names.person($0, parts) }
    let cyrillic = names.byLanguage(ordered, isPerson: true, country: country)
      .compactMapValues { names.fullest($0) }
    let own = ([country].compactMap(\.self) + CyrillicLanguage.allCases).compactMap { cyrillic[$0] }
    let press = names.press(ofPerson: own, among: entity.titles)
    guard let home = ImportedEntry.home(country, cyrillic, press: press),
      let gender = entity.gender ?? own.lazy.compactMap({ names.gender(ofPerson: $0) }).first
    else { return .uncertain }
    return .entry(
      ImportedEntry(
        kind: .person,
        id: ImportSource.opensanctions.id(entity.id),
        cyrillic: cyrillic,
        home: home,
        gender: gender,
        press: press,
        about: entity.about,
        source: "OpenSanctions \(entity.id)"
      )
    )
  }

  private func organisation(_ entity: FollowTheMoneyEntity, _ type: String) -> Overlay.Outcome {
    let country = Self.country(entity["jurisdiction"] + entity["mainCountry"], entity["country"])
    let spellings = entity.spellings.filter { !Self.isShouted($0) }
    let cyrillic = names.byLanguage(spellings, isPerson: false, country: country)
      .compactMapValues(\.first)
    let press = entity.titles.first { NameSpelling.isLatin($0) && !Self.isShouted($0) }
    guard let home = ImportedEntry.home(country, cyrillic, press: press) else { return .uncertain }
    return .entry(
      ImportedEntry(
        kind: .organisation,
        id: ImportSource.opensanctions.id(entity.id),
        cyrillic: cyrillic,
        home: home,
        type: type,
        press: press,
        source: "OpenSanctions \(entity.id)"
      )
    )
  }

  /// The language of the country, where the codes name one of three; the first codes go before.
  private static func country(_ first: [String], _ second: [String]) -> CyrillicLanguage? {
    for codes in [first, second] {
      let languages = Set(codes.compactMap { homes[$0] })
      if !languages.isEmpty { return languages.count == 1 ? languages.first : nil }
    }
    return nil
  }

  /// Whether a name of several words is in capitals: how it is written else is anybody's guess.
  private static func isShouted(_ name: String) -> Bool {
    name.contains(" ") && !name.contains(where: \.isLowercase)
  }
}
