import WinnowClean
import WinnowNames
import WinnowRecord
import WinnowText

/// The way of one document through the pure rooms: bytes in, a record out.
package struct Pipeline: Sendable {
  package let cleaner: Cleaner
  /// Short digest of the rules in force for documents of no source.
  package let rules: String
  package let configuration: Configuration
  private let level: CleanLevel

  package init(_ configuration: Configuration, level: CleanLevel? = nil) {
    let level = level ?? configuration.settings.level
    cleaner = Cleaner(rules: configuration.rules, model: configuration.model, level: level)
    rules = configuration.digest(level, configuration.settings.naming(of: nil))
    self.configuration = configuration
    self.level = level
  }

  /// Takes out what the rules and the model know for boilerplate.
  package func clean(_ document: Document) -> Cleaner.Cleaned { cleaner.clean(document) }

  /// The record of a cleaned document: the path is the one under the inbox, the time in RFC 3339;
  /// bytes is the size of the original.
  package func record(
    of cleaned: Cleaner.Cleaned,
    bytes: Int,
    id: DocumentID,
    path: String?,
    received: String?,
    meta: [UInt8]? = nil
  ) -> Record {
    let source = path.flatMap(Record.source(ofPath:))
    let naming = configuration.settings.naming(of: source)
    let settled = settle(cleaned, naming)
    return Record(
      id: id,
      path: path,
      received: received,
      bytes: bytes,
      language: cleaned.language,
      title: cleaned.title,
      document: settled.document,
      names: settled.mentions,
      rules: source == nil ? rules : configuration.digest(level, naming),
      meta: meta
    )
  }

  private func settle(_ cleaned: Cleaner.Cleaned, _ naming: Settings.Naming) -> Names.Settled {
    Names(configuration.gazetteer, style: naming.style, action: naming.action)
      .settle(cleaned.document, language: cleaned.language)
  }

  /// The record's line of a file that is not stored.
  package func line(of bytes: [UInt8], path: String?) -> [UInt8] {
    record(of: Document(bytes), bytes, path: path, meta: nil).line()
  }

  /// The cleaned text alone, its names settled.
  package func text(of bytes: [UInt8]) -> [UInt8] {
    names(in: clean(Document(bytes))).document.text
  }

  /// A cleaned document of no source with its names settled.
  package func names(in cleaned: Cleaner.Cleaned) -> Names.Settled {
    settle(cleaned, configuration.settings.naming(of: nil))
  }

  /// The record of a document that is not stored, read from these bytes: it depends on them and the
  /// rules alone.
  func record(of document: Document, _ bytes: [UInt8], path: String?, meta: [UInt8]?) -> Record {
    record(
      of: clean(document),
      bytes: bytes.count,
      id: DocumentID(of: bytes),
      path: path,
      received: nil,
      meta: meta
    )
  }
}
