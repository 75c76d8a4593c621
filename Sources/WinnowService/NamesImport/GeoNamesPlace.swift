import WinnowNames

/// A place of GeoNames with the best of its names in each language.
struct GeoNamesPlace {
  struct Name {
    let text: String
    /// The lower the better.
    let rank: Int
    /// Its own number: of equals the older one is taken.
    let number: Int
  }

  let id: Int
  let country: CyrillicLanguage?
  private var cyrillic: [CyrillicLanguage: Name] = [:]
  private var english: Name?
  /// Whether a name was said to be Belarusian, Russian or Ukrainian.
  private(set) var hasCyrillic = false

  init(id: Int, country: CyrillicLanguage?) {
    self.id = id
    self.country = country
  }

  /// Adds a name of a language; other languages and misspelt names are passed over.
  mutating func add(_ name: Name, _ tag: String) {
    if let language = CyrillicLanguage(rawValue: tag) {
      hasCyrillic = true
      if NameSpelling.isSpelt(name.text, in: language) {
        cyrillic[language] = Self.better(cyrillic[language], name)
      }
    } else if tag == "en", NameSpelling.isLatin(name.text) {
      english = Self.better(english, name)
    }
  }

  /// Adds the names of another run of the same place.
  mutating func add(_ other: GeoNamesPlace) {
    hasCyrillic = hasCyrillic || other.hasCyrillic
    if let name = other.english { english = Self.better(english, name) }
    cyrillic.merge(other.cyrillic) { Self.better($0, $1) }
  }

  var outcome: Overlay.Outcome {
    let cyrillic = cyrillic.mapValues { NameSpelling.tidied($0.text) }
    let press = english.map { NameSpelling.tidied($0.text) }
    guard let home = ImportedEntry.home(country, cyrillic, press: press) else {
      return .uncertain
    }
    return .entry(
      ImportedEntry(
        kind: .place,
        id: ImportSource.geonames.id(String(id)),
        cyrillic: cyrillic,
        home: home,
        press: press,
        source: "GeoNames \(id)"
      )
    )
  }

  private static func better(_ one: Name?, _ other: Name) -> Name {
    guard let one else { return other }
    return (one.rank, one.number) <= (other.rank, other.number) ? one : other
  }
}
