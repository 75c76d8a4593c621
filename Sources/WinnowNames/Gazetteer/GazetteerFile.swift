import WinnowTOML

/// One file of the gazetteer, read from TOML.
package enum GazetteerFile {
  private static let keys = [
    "id", "be", "ru", "uk", "home", "gender", "type", "within", "press", "national", "also",
    "short", "former", "not", "prominent", "about", "confidence", "source",
  ]

  /// Reads the tables `[[person]]`, `[[place]]` and `[[organisation]]`.
  ///
  /// - Throws: `NamesError` with the file, the line, the key, what it wants and what it got.
  package static func read(file: String, text: String) throws(NamesError) -> [Entity] {
    do throws(ConfigurationError) {
      let root = try ConfigurationTable(file: file, text: text)
      try root.refuseUnknownKeys(known: Entity.Kind.allCases.map(\.rawValue))
      var entities: [Entity] = []
      for kind in Entity.Kind.allCases {
        for table in try root.tables(kind.rawValue) { entities.append(try entity(table, kind)) }
      }
      return entities
    } catch {
      throw NamesError(error)
    }
  }

  private static let homes = Entity.Home.allCases.map(\.rawValue).joined(separator: ", ")

  private static func entity(
    _ table: ConfigurationTable,
    _ kind: Entity.Kind
  ) throws(ConfigurationError) -> Entity {
    try table.refuseUnknownKeys(known: keys)
    let id = try table.required(try table.string("id"), "id", wants: "a name such as kyiv")
    if id.isEmpty || !id.utf8.allSatisfy(isIDPart) {
      throw table.error("id", "wants lower-case letters, digits and hyphens, got '\(id)'")
    }
    var cyrillic: [CyrillicLanguage: String] = [:]
    for language in CyrillicLanguage.allCases {
      cyrillic[language] = try table.string(language.rawValue)
    }
    let home = try table.required(try table.string("home"), "home", wants: "one of \(homes)")
    guard let home = Entity.Home(rawValue: home) else {
      throw table.error("home", "wants one of \(homes), got '\(home)'")
    }
    var gender: GivenName.Gender?
    if let letter = try table.string("gender") {
      gender = GivenName.Gender(rawValue: letter)
      if gender == nil { throw table.error("gender", "wants 'm' or 'f', got '\(letter)'") }
    }
    if kind == .person, gender == nil { throw table.error("id", "\(id) wants a gender") }
    let entity = Entity(
      id: id,
      kind: kind,
      cyrillic: cyrillic,
      home: home,
      gender: gender,
      press: try table.string("press"),
      national: try table.string("national"),
      also: try table.strings("also") ?? [],
      short: try table.strings("short") ?? [],
      former: try former(table),
      not: try table.strings("not") ?? [],
      isProminent: try table.boolean("prominent") ?? false,
      within: try table.string("within"),
      type: try table.string("type"),
      confidence: try table.number("confidence") ?? 0.8,
      table: EntityPlace(file: table.file, line: table.line)
    )
    if home != .latin, entity.own == nil {
      throw table.error("home", "\(id) is at home in \(home.rawValue), and has no name in it")
    }
    return entity
  }

  private static func former(
    _ table: ConfigurationTable
  ) throws(ConfigurationError) -> [Entity.Former] {
    var names: [Entity.Former] = []
    for inner in try table.inlineTables("former") {
      try inner.refuseUnknownKeys(known: ["be", "ru", "uk", "press", "from", "until"])
      var cyrillic: [CyrillicLanguage: String] = [:]
      for language in CyrillicLanguage.allCases {
        cyrillic[language] = try inner.string(language.rawValue)
      }
      names.append(Entity.Former(cyrillic: cyrillic, latin: try inner.string("press")))
    }
    return names
  }

  private static func isIDPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
