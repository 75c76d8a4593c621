/// A table of a TOML file (toml.io, version 1.0) that knows on which line it and its keys stand.
package struct ConfigurationTable {
  private let source: ConfigurationText
  private let table: [String: TOMLValue]
  /// Where the table begins, counted from 1.
  package let line: Int

  /// Reads a whole file, which messages call by its path or name.
  package init(file: String, text: String) throws(ConfigurationError) {
    source = ConfigurationText(file: file, text: text)
    line = 1
    do throws(SyntaxCheck.Fault) {
      try SyntaxCheck.check(Array(text.utf8))
    } catch {
      throw source.error(error.line, error.wants)
    }
    do throws(TOMLValue.Malformed) {
      table = try TOMLValue.parse(text)
    } catch {
      throw source.error(error.line, error.cause)
    }
  }

  private init(source: ConfigurationText, table: [String: TOMLValue], line: Int) {
    self.source = source
    self.table = table
    self.line = line
  }

  package var file: String { source.file }

  package var keys: [String] { table.keys.sorted() }

  /// An error on the line of a key, or of the table where it has none.
  package func error(_ key: String, _ cause: String) -> ConfigurationError {
    source.error(source.line(ofKey: key, from: line), "\(key): \(cause)")
  }

  /// Throws on the first key that is not known, with the nearest one that is.
  package func refuseUnknownKeys(known: [String]) throws(ConfigurationError) {
    guard let key = table.keys.filter({ !known.contains($0) }).min() else { return }
    let nearest = known.min { $0.editDistance(to: key) < $1.editDistance(to: key) } ?? ""
    throw error(key, "unknown key; the nearest known one is \(nearest)")
  }

  /// A string; nil where the key is missing.
  package func string(_ key: String) throws(ConfigurationError) -> String? {
    guard let value = table[key] else { return nil }
    guard case .string(let text) = value else { throw wanted("a string", key, value) }
    return text
  }

  /// A whole number; nil where the key is missing.
  package func integer(_ key: String) throws(ConfigurationError) -> Int? {
    guard let value = table[key] else { return nil }
    guard case .integer(let number) = value else { throw wanted("a whole number", key, value) }
    return number
  }

  /// true or false; nil where the key is missing.
  package func boolean(_ key: String) throws(ConfigurationError) -> Bool? {
    guard let value = table[key] else { return nil }
    guard case .boolean(let answer) = value else { throw wanted("true or false", key, value) }
    return answer
  }

  /// A number, whole or not; nil where the key is missing.
  package func number(_ key: String) throws(ConfigurationError) -> Double? {
    guard let value = table[key] else { return nil }
    switch value {
    case .number(let number): return number
    case .integer(let number): return Double(number)
    default: throw wanted("a number", key, value)
    }
  }

  /// A list of tables written in braces; none where the key is missing.
  package func inlineTables(_ key: String) throws(ConfigurationError) -> [ConfigurationTable] {
    guard let value = table[key] else { return [] }
    guard case .list(let list) = value else { throw wanted("a list of tables", key, value) }
    var tables: [ConfigurationTable] = []
    for element in list {
      guard case .table(let inner) = element else { throw wanted("a list of tables", key, element) }
      tables.append(ConfigurationTable(source: source, table: inner, line: line))
    }
    return tables
  }

  /// A list of strings, none empty; nil where the key is missing.
  package func strings(_ key: String) throws(ConfigurationError) -> [String]? {
    guard let value = table[key] else { return nil }
    guard case .list(let list) = value else { throw wanted("a list of strings", key, value) }
    var texts: [String] = []
    for element in list {
      guard case .string(let text) = element, !text.isEmpty else {
        throw wanted("a list of strings", key, element)
      }
      texts.append(text)
    }
    return texts
  }

  /// A value that must be there.
  package func required<Value>(
    _ value: Value?,
    _ key: String,
    wants: String
  ) throws(ConfigurationError) -> Value {
    guard let value else { throw error(key, "missing; wants \(wants)") }
    return value
  }

  /// The table `[key]`; nil where it is missing.
  package func table(_ key: String) throws(ConfigurationError) -> ConfigurationTable? {
    guard let value = table[key] else { return nil }
    guard case .table(let inner) = value else { throw wanted("a table", key, value) }
    let line = source.lines(of: "[\(key)]").first ?? line
    return ConfigurationTable(source: source, table: inner, line: line)
  }

  /// The tables `[[key]]`, in the order of the file.
  package func tables(_ key: String) throws(ConfigurationError) -> [ConfigurationTable] {
    guard let value = table[key] else { return [] }
    guard case .list(let list) = value else { throw wanted("tables [[\(key)]]", key, value) }
    let lines = source.lines(of: "[[\(key)]]")
    var tables: [ConfigurationTable] = []
    for element in list {
      guard case .table(let inner) = element, tables.count < lines.count else {
        throw wanted("tables [[\(key)]]", key, element)
      }
      let line = lines[tables.count]
      tables.append(ConfigurationTable(source: source, table: inner, line: line))
    }
    return tables
  }

  private func wanted(
    _ what: String,
    _ key: String,
    _ got: TOMLValue
  ) -> ConfigurationError {
    error(key, "wants \(what), got \(got)")
  }
}
