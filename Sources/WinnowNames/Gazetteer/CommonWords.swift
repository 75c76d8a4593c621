import WinnowTOML

/// The file of common words that are spelt like a name.
package enum CommonWords {
  /// Reads `words`, a list.
  ///
  /// - Throws: `NamesError` with the file, the line, the key, what it wants and what it got.
  package static func read(file: String, text: String) throws(NamesError) -> [String] {
    do throws(ConfigurationError) {
      let table = try ConfigurationTable(file: file, text: text)
      try table.refuseUnknownKeys(known: ["words"])
      return try table.strings("words") ?? []
    } catch {
      throw NamesError(error)
    }
  }
}
