import WinnowClean
import WinnowRecord
import WinnowText

/// The way of one document through the pure rooms: bytes in, a record out.
package struct Pipeline: Sendable {
  package let cleaner: Cleaner
  /// Short digest of the rules in force.
  package let rules: String

  package init(_ configuration: Configuration, level: CleanLevel? = nil) {
    let level = level ?? configuration.settings.level
    cleaner = Cleaner(rules: configuration.rules, model: configuration.model, level: level)
    rules = configuration.digest(level)
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
    Record(
      id: id,
      path: path,
      received: received,
      bytes: bytes,
      language: Language.detect(cleaned.document.text),
      title: cleaned.title,
      document: cleaned.document,
      rules: rules,
      meta: meta
    )
  }

  /// The record's line of a file that is not stored: it depends on the bytes and the rules alone.
  package func line(of bytes: [UInt8], path: String?) -> [UInt8] {
    let cleaned = clean(Document(bytes))
    let id = DocumentID(of: bytes)
    return record(of: cleaned, bytes: bytes.count, id: id, path: path, received: nil).line()
  }

  /// The cleaned text alone.
  package func text(of bytes: [UInt8]) -> [UInt8] { clean(Document(bytes)).document.text }

  /// The record of a text that came in a line of JSON.
  package func record(ofText utf8: [UInt8], path: String?, meta: [UInt8]) -> Record {
    record(
      of: clean(Document(utf8: utf8)),
      bytes: utf8.count,
      id: DocumentID(of: utf8),
      path: path,
      received: nil,
      meta: meta
    )
  }
}
