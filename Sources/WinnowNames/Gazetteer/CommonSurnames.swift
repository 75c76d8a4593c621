import WinnowTOML

/// The file of surnames that very many people bear.
package enum CommonSurnames {
  /// Reads the lists of the three languages, as one set.
  ///
  /// - Throws: `NamesError` with the file, the line, the key, what it wants and what it got.
  package static func read(file: String, text: String) throws(NamesError) -> Set<String> {
    do throws(ConfigurationError) {
      let table = try ConfigurationTable(file: file, text: text)
      let languages = CyrillicLanguage.allCases.map(\.rawValue)
      try table.refuseUnknownKeys(known: languages)
      var surnames: Set<String> = []
      for language in languages { surnames.formUnion(try table.strings(language) ?? []) }
      return surnames
    } catch {
      throw NamesError(error)
    }
  }
}
