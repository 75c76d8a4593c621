/// A public list of names that can be imported.
package enum ImportSource: String, CaseIterable, Sendable {
  case opensanctions, wikidata, geonames

  /// As its entries are cited.
  var title: String {
    switch self {
    case .opensanctions: "OpenSanctions"
    case .wikidata: "Wikidata"
    case .geonames: "GeoNames"
    }
  }

  var licence: String {
    switch self {
    case .opensanctions: "CC BY-NC 4.0"
    case .wikidata: "CC0 1.0"
    case .geonames: "CC BY 4.0"
    }
  }

  private var idPrefix: String {
    switch self {
    case .opensanctions: "os-"
    case .wikidata: "wd-"
    case .geonames: "gn-"
    }
  }

  /// The id in the gazetteer, which has small letters, digits and hyphens only.
  func id(_ own: String) -> String {
    idPrefix
      + String(
        own.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
      )
  }
}
