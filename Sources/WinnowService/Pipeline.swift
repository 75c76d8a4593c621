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

  /// The record of a file's bytes: the path is the one under the inbox, the time in RFC 3339.
  package func record(
    of bytes: [UInt8],
    id: DocumentID,
    path: String?,
    received: String?
  ) -> Record {
    let cleaned = cleaner.clean(Document(bytes))
    return Record(
      id: id,
      path: path,
      received: received,
      bytes: bytes.count,
      language: Language.detect(cleaned.document.text),
      title: cleaned.title,
      document: cleaned.document,
      rules: rules
    )
  }

  /// The record's line of a file that is not stored: it depends on the bytes and the rules alone.
  package func line(of bytes: [UInt8], path: String?) -> [UInt8] {
    record(of: bytes, id: DocumentID(of: bytes), path: path, received: nil).line()
  }

  /// The cleaned text alone.
  package func text(of bytes: [UInt8]) -> [UInt8] { cleaner.clean(Document(bytes)).document.text }

  /// The record of a text that came in a line of JSON.
  package func record(ofText utf8: [UInt8], path: String?, meta: [UInt8]) -> Record {
    let cleaned = cleaner.clean(Document(utf8: utf8))
    return Record(
      id: DocumentID(of: utf8),
      path: path,
      received: nil,
      bytes: utf8.count,
      language: Language.detect(cleaned.document.text),
      title: cleaned.title,
      document: cleaned.document,
      rules: rules,
      meta: meta
    )
  }
}
