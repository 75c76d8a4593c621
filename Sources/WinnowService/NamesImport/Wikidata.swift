import WinnowNames
import WinnowPipeline

/// Reads entities of Wikidata: JSON documents, one a line, as in a dump or from Special:EntityData.
struct Wikidata: NameList {
  private static let countries: [String: CyrillicLanguage] = [
    "Q184": .be, "Q159": .ru, "Q212": .uk,
  ]
  private static let languages: [String: CyrillicLanguage] = [
    "Q9091": .be, "Q7737": .ru, "Q8798": .uk,
  ]
  private static let genders: [String: GivenName.Gender] = [
    "Q6581097": .male, "Q6581072": .female,
  ]

  let names: NameReader

  func add(
    _ line: ArraySlice<UInt8>,
    of file: String,
    to overlay: inout Overlay
  ) throws(PipelineError) {
    // A dump is one array, with an entity and a comma on each line.
    var line = line
    while let last = line.last, " \r\t,".utf8.contains(last) { line.removeLast() }
    if line.elementsEqual("[".utf8) || line.elementsEqual("]".utf8) || line.isEmpty { return }
    let document = try JSONValue(line: line).members
    // Special:EntityData has its entities under their ids; in which order they come doesn't matter.
    let entities = document["entities"]?.members.values.map(\.members) ?? [document]
    guard entities.allSatisfy({ $0["id"]?.string != nil }) else {
      throw .badInput("wanted an entity with an id")
    }
    for entity in entities { overlay.add(outcome(of: entity)) }
  }

  func finish(_ overlay: inout Overlay) {}

  private func outcome(of entity: [String: JSONValue]) -> Overlay.Outcome {
    let id = entity["id"]?.string ?? ""
    let claims = WikidataClaims(entity["claims"])
    let classes = claims["P31"].compactMap { WikidataClass($0) }
    // Human settlement says less than city.
    let telling = classes.first { $0.kind == .person || $0.type != nil }
    guard let found = telling ?? classes.first else { return .notWanted }
    let isPerson = found.kind == .person
    let labels = entity["labels"]?.members ?? [:]
    let aliases = entity["aliases"]?.members ?? [:]
    let press = labels["en"]?["value"]?.string.map(NameSpelling.tidied)
      .flatMap { NameSpelling.isLatin($0) ? $0 : nil }
    var cyrillic: [CyrillicLanguage: String] = [:]
    for language in CyrillicLanguage.allCases {
      let written = [labels[language.rawValue]] + (aliases[language.rawValue]?.elements ?? [])
      let spellings = written.map { $0?["value"]?.string }.map { spelling in
        spelling.flatMap { name($0, language, isPerson: isPerson, press: press) }
      }
      guard case let label?? = spellings.first else { continue }
      cyrillic[language] = isPerson ? names.fullest(spellings.compactMap(\.self)) : label
    }
    if !CyrillicLanguage.allCases.contains(where: { labels[$0.rawValue] != nil }) {
      return .notWanted
    }
    let country = country(of: claims, isPerson: isPerson)
    let gender = claims["P21"].first.flatMap { Self.genders[$0] }
    guard let home = ImportedEntry.home(country, cyrillic, press: press), !isPerson || gender != nil
    else { return .uncertain }
    return .entry(
      ImportedEntry(
        kind: found.kind,
        id: ImportSource.wikidata.id(id),
        cyrillic: cyrillic,
        home: home,
        gender: isPerson ? gender : nil,
        type: found.type,
        press: press,
        source: "Wikidata \(id)"
      )
    )
  }

  /// A label as a name; nil where it is not spelt as the language spells, or explained in brackets.
  private func name(
    _ label: String,
    _ language: CyrillicLanguage,
    isPerson: Bool,
    press: String?
  ) -> String? {
    let label = NameSpelling.tidied(label)
    if label.contains("(") || !NameSpelling.isSpelt(label, in: language) { return nil }
    // Labels have the given name first; some, and those with a comma, do not.
    guard isPerson, let name = names.person(label, like: press) else {
      return isPerson && label.contains(",") ? nil : label
    }
    return name
  }

  /// The language of the country of citizenship or, if it is not just one of three, the native one.
  private func country(of claims: WikidataClaims, isPerson: Bool) -> CyrillicLanguage? {
    let evidence =
      isPerson
      ? [claims["P27"].map { Self.countries[$0] }, claims["P103"].map { Self.languages[$0] }]
      : [claims["P17"].map { Self.countries[$0] }]
    for languages in evidence.map({ Set($0.compactMap(\.self)) }) where languages.count == 1 {
      return languages.first
    }
    return nil
  }
}
