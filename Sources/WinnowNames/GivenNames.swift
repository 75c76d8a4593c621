import WinnowTOML

/// One given name in three languages, with its everyday forms.
package struct GivenName: Equatable, Sendable {
  package enum Gender: String, Sendable {
    case male = "m"
    case female = "f"
  }

  /// Belarusian, Russian, Ukrainian: the standard form first.
  package let be, ru, uk: [String]
  package let gender: Gender
  /// Equivalents of other languages.
  package let latin: [String]

  package init(
    be: [String],
    ru: [String],
    uk: [String],
    gender: Gender,
    latin: [String] = []
  ) {
    self.be = be
    self.ru = ru
    self.uk = uk
    self.gender = gender
    self.latin = latin
  }
}

/// The file of given names, read from TOML.
package enum GivenNames {
  /// Reads `[[given]]` tables.
  ///
  /// - Throws: `NamesError` with the file and line, the key, what it wants and what it got.
  package static func read(file: String, text: String) throws(NamesError) -> [GivenName] {
    do throws(ConfigurationError) {
      let root = try ConfigurationTable(file: file, text: text)
      try root.refuseUnknownKeys(known: ["given"])
      var names: [GivenName] = []
      for table in try root.tables("given") { names.append(try name(table)) }
      return names
    } catch {
      throw NamesError(error)
    }
  }

  private static func name(_ table: ConfigurationTable) throws(ConfigurationError) -> GivenName {
    try table.refuseUnknownKeys(known: ["be", "ru", "uk", "gender", "latin"])
    func forms(_ key: String) throws(ConfigurationError) -> [String] {
      let forms = try table.required(try table.strings(key), key, wants: "a list of names")
      if forms.isEmpty { throw table.error(key, "wants a list of names, got none") }
      return forms
    }
    let letter = try table.required(try table.string("gender"), "gender", wants: "'m' or 'f'")
    guard let gender = GivenName.Gender(rawValue: letter) else {
      throw table.error("gender", "wants 'm' or 'f', got '\(letter)'")
    }
    return GivenName(
      be: try forms("be"),
      ru: try forms("ru"),
      uk: try forms("uk"),
      gender: gender,
      latin: try table.strings("latin") ?? []
    )
  }
}
