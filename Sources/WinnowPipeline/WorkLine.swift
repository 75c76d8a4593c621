import WinnowRecord
import WinnowText

/// A document as a line of work for `clean --jsonl`, whose record is the one that the daemon would make of it.
package enum WorkLine {
  /// Where the bytes stand of a document that is not plain UTF-8.
  static let bytesField = "bytes_base64"

  /// The line, without a newline; nil where it would be longer than a line may be.
  package static func line(of document: [UInt8], path: String?) -> [UInt8]? {
    var out = JSONWriter(capacity: document.count * 5 / 4 + 256)
    out.raw(#"{"id":""#)
    out.raw(DocumentID(of: document).description)
    out.raw(#"","path":"#)
    out.string(path)
    if Encoding.detect(document) == .utf8, String(validating: document, as: UTF8.self) != nil {
      out.raw(#","text":"#)
      out.string(utf8: document[...])
    } else {
      out.raw(#",""# + bytesField + #"":""#)
      out.bytes += Base64.encode(document)
      out.raw(#"""#)
    }
    out.raw("}")
    return out.bytes.count <= Input.longest ? out.bytes : nil
  }
}
