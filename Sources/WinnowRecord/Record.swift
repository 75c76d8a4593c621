import WinnowNames
import WinnowText

/// One document as the store keeps it: the cleaned text and all that leads back to the original.
package struct Record: Sendable {
  package let id: DocumentID
  /// Under the inbox, as received, U+FFFD for bytes that are not UTF-8; nil where there was no file.
  package let path: String?
  /// RFC 3339, UTC, milliseconds; nil where only the input and the rules may tell the outcome.
  package let received: String?
  /// Size of the original.
  package let bytes: Int
  /// BCP 47, or nil where unknown.
  package let language: String?
  package let title: String?
  package let document: Document
  /// In order of place.
  package let names: [Mention]
  /// Short digest of the rules in force.
  package let rules: String
  /// Other fields of a JSON line that came in, as JSON; nil where the document came from a file.
  package let meta: [UInt8]?

  package init(
    id: DocumentID,
    path: String?,
    received: String?,
    bytes: Int,
    language: String? = nil,
    title: String?,
    document: Document,
    names: [Mention] = [],
    rules: String,
    meta: [UInt8]? = nil
  ) {
    self.id = id
    self.path = path
    self.received = received
    self.bytes = bytes
    self.language = language
    self.title = title
    self.document = document
    self.names = names
    self.rules = rules
    self.meta = meta
  }
}
