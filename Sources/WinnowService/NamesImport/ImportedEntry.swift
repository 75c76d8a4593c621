import WinnowNames
import WinnowRecord

/// One entry of a gazetteer file, as it is made out of somebody else's list.
struct ImportedEntry {
  let kind: Entity.Kind
  let id: String
  let cyrillic: [CyrillicLanguage: String]
  let home: Entity.Home
  var gender: GivenName.Gender?
  var type: String?
  let press: String?
  var about: String?
  let source: String

  /// Where a name is at home: in its country, if the name in that language is known.
  ///
  /// Else its own spelling is the press's; nil where that isn't known either.
  static func home(
    _ country: CyrillicLanguage?,
    _ cyrillic: [CyrillicLanguage: String],
    press: String?
  ) -> Entity.Home? {
    if let country, cyrillic[country] != nil { return Entity.Home(rawValue: country.rawValue) }
    return press == nil || cyrillic.isEmpty ? nil : .latin
  }

  /// All that tells it from others: of persons the id does, too.
  ///
  /// Villages of one name are one entry, for winnow spells them alike; `check` wants it so.
  var identity: [String] {
    let names = CyrillicLanguage.allCases.map { cyrillic[$0] ?? "" }
    return names + [kind.rawValue, type ?? "", press ?? "", kind == .person ? id : ""]
  }

  /// Appends the entry's table.
  func write(to out: inout JSONWriter) {
    out.raw("\n[[\(kind.rawValue)]]\n")
    write("id", id, to: &out)
    for language in CyrillicLanguage.allCases {
      write(language.rawValue, cyrillic[language], to: &out)
    }
    write("home", home.rawValue, to: &out)
    write("gender", gender?.rawValue, to: &out)
    write("type", type, to: &out)
    write("press", press, to: &out)
    write("about", about, to: &out)
    // Likely: a machine made it out of a list that people keep.
    out.raw("confidence = 0.8\n")
    write("source", source, to: &out)
  }

  /// A JSON string, as `JSONWriter` escapes it, is a basic string of TOML too.
  private func write(_ key: String, _ value: String?, to out: inout JSONWriter) {
    guard let value else { return }
    out.raw("\(key) = ")
    out.string(value)
    out.raw("\n")
  }
}
