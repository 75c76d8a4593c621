import WinnowPipeline
import WinnowRecord

/// A value of a JSON document, read where it is asked for and skipped where it isn't.
struct JSONValue {
  private let bytes: ArraySlice<UInt8>

  private init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// Reads a line that is one value.
  init(line: ArraySlice<UInt8>) throws(PipelineError) {
    guard String(validating: line, as: UTF8.self) != nil else { throw .badInput("wanted UTF-8") }
    var reader = JSONReader(line)
    do throws(JSONReader.Malformed) {
      bytes = try reader.raw()
      guard reader.isAtEnd() else {
        throw JSONReader.Malformed(at: reader.at, wanted: "the end of the line")
      }
    } catch {
      throw .badInput("byte \(error.at - line.startIndex): wanted \(error.wanted)")
    }
  }

  /// The text of a string; nil for what is none.
  var string: String? {
    var reader = JSONReader(bytes)
    return try? reader.string()
  }

  /// The values of an object, of a key that comes twice the last; none for what is none.
  var members: [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    var reader = JSONReader(bytes)
    // It was found well-formed: all that can fail is that it is no object.
    try? reader.object(orElse: { $0 }) { reader, key throws(JSONReader.Malformed) in
      members[key] = JSONValue(bytes: try reader.raw())
    }
    return members
  }

  /// The values of an array; none for what is none.
  var elements: [JSONValue] {
    var elements: [JSONValue] = []
    var reader = JSONReader(bytes)
    try? reader.array(orElse: { $0 }) { reader throws(JSONReader.Malformed) in
      elements.append(JSONValue(bytes: try reader.raw()))
    }
    return elements
  }

  subscript(key: String) -> JSONValue? { members[key] }
}
