import WinnowRecord
import WinnowText

/// Cleans documents that come as lines of JSON: one line out for each line in.
package struct LineFilter: Sendable {
  /// How the line of counts begins that may stand at the end.
  package static let trailerStart = Array(#"{"winnow_end":"#.utf8)

  private let pipeline: Pipeline
  private let textField: String
  private let idField: String

  /// The text stands under one key; the value of the other, which tells lines apart, is repeated in
  /// lines that tell of an error.
  package init(_ pipeline: Pipeline, textField: String, idField: String) {
    self.pipeline = pipeline
    self.textField = textField
    self.idField = idField
  }

  /// The line that goes out, without a newline, and whether it tells of an error.
  package func answer(to line: ArraySlice<UInt8>) -> (line: [UInt8], isError: Bool) {
    if line.count > Input.longest { return (Self.tooLong("line", id: nil), true) }
    // A byte order mark that a line begins with is no part of the JSON (RFC 8259, section 8.1).
    let line = line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line
    var text: [UInt8]?
    var path: String?
    var id: ArraySlice<UInt8>?
    var others: [(key: String, value: ArraySlice<UInt8>)] = []
    do throws(JSONReader.Malformed) {
      guard String(validating: line, as: UTF8.self) != nil else {
        throw JSONReader.Malformed(at: 0, wanted: "UTF-8")
      }
      var reader = JSONReader(line)
      try reader.object(orElse: { $0 }) { reader, key throws(JSONReader.Malformed) in
        if key == textField {
          text = try reader.optionalUTF8()
          return
        }
        let value = try reader.raw()
        if key == idField { id = value }
        if key == "path" {
          var own = JSONReader(value)
          path = try? own.string()
        }
        others.append((key, value))
      }
      guard reader.isAtEnd() else {
        throw JSONReader.Malformed(at: reader.at, wanted: "the end of the line")
      }
    } catch {
      let place = error.at - line.startIndex
      return (Self.error("bad-json", "byte \(max(0, place)): wanted \(error.wanted)", id), true)
    }
    if let text {
      return (record(of: Document(utf8: text), text, path, others), false)
    }
    var packed = JSONReader(others.last { $0.key == WorkLine.bytesField }?.value ?? [])
    guard let bytes = (try? packed.utf8()).flatMap({ Base64.decode($0) }) else {
      let wanted = "wanted a string under '\(textField)', or base64 under '\(WorkLine.bytesField)'"
      return (Self.error("no-text", wanted, id), true)
    }
    let rest = others.filter { $0.key != WorkLine.bytesField }
    return (record(of: Document(bytes), bytes, path, rest), false)
  }

  private func record(
    of document: Document,
    _ bytes: [UInt8],
    _ path: String?,
    _ others: [(key: String, value: ArraySlice<UInt8>)]
  ) -> [UInt8] {
    pipeline.record(of: document, bytes, path: path, meta: Self.object(others)).line()
  }

  /// The line of counts.
  package static func trailer(lines: Int, errors: Int) -> [UInt8] {
    trailerStart + Array(#"{"in":\#(lines),"out":\#(lines),"errors":\#(errors)}}"#.utf8)
  }

  private static func object(
    _ fields: [(key: String, value: ArraySlice<UInt8>)]
  ) -> [UInt8] {
    var out = JSONWriter()
    for field in fields {
      out.raw(out.bytes.isEmpty ? "{" : ",")
      out.string(field.key)
      out.raw(":")
      out.bytes += field.value
    }
    out.raw(out.bytes.isEmpty ? "{}" : "}")
    return out.bytes
  }

  static func tooLong(_ what: String, id: ArraySlice<UInt8>?) -> [UInt8] {
    error("too-long", "wanted a \(what) of at most \(Input.longest) bytes", id)
  }

  private static func error(_ code: String, _ detail: String, _ id: ArraySlice<UInt8>?) -> [UInt8] {
    var out = JSONWriter()
    out.raw(#"{"v":1,"id":"#)
    if let id { out.bytes += id } else { out.raw("null") }
    out.raw(#","error":{"code":"#)
    out.string(code)
    out.raw(#","detail":"#)
    out.string(detail)
    out.raw("}}")
    return out.bytes
  }
}
