/// What is said of an entity of Wikidata, as far as it is said by other entities.
struct WikidataClaims {
  private let statements: [String: JSONValue]

  init(_ claims: JSONValue?) { statements = claims?.members ?? [:] }

  /// The ids that a property has in force: the preferred ones, else all that are not deprecated.
  subscript(property: String) -> [String] {
    var preferred: [String] = []
    var normal: [String] = []
    for statement in (statements[property]?.elements ?? []).map(\.members) {
      guard let id = statement["mainsnak"]?["datavalue"]?["value"]?["id"]?.string else { continue }
      switch statement["rank"]?.string {
      case "preferred"?: preferred.append(id)
      case "deprecated"?: break
      default: normal.append(id)
      }
    }
    return preferred.isEmpty ? normal : preferred
  }
}
