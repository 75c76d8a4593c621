import WinnowText

/// Turns a record's line back into the bytes that were received.
package enum Restorer {
  private struct WrittenEdit {
    var at: Range<Int>
    var was: [UInt8]?
    var bytes: [UInt8]?
  }

  /// The original bytes, checked against the record's id.
  package static func restore(_ line: ArraySlice<UInt8>) throws(RecordError) -> [UInt8] {
    var id: DocumentID?
    var encoding: Encoding?
    var text: [UInt8]?
    var edits: [WrittenEdit] = []
    var reader = JSONReader(line)
    try reader.object(orElse: RecordError.init) { reader, key throws(RecordError) in
      do throws(JSONReader.Malformed) {
        switch key {
        case "id": id = DocumentID(try reader.string())
        case "encoding": encoding = Encoding(rawValue: try reader.string())
        case "text": text = try reader.utf8()
        case "edits":
          try reader.array(orElse: { $0 }) { reader throws(JSONReader.Malformed) in
            edits.append(try edit(&reader))
          }
        default: _ = try reader.raw()
        }
      } catch {
        throw RecordError(error)
      }
    }
    guard reader.isAtEnd() else { throw .malformed("there is something after the record") }
    guard let id, let text, let encoding else {
      throw .malformed("id, encoding or text is missing or unknown")
    }
    let original = try undo(edits, in: text, encoding)
    guard DocumentID(of: original) == id else { throw .notRestored }
    return original
  }

  private static func edit(_ reader: inout JSONReader) throws(JSONReader.Malformed) -> WrittenEdit {
    var edit = WrittenEdit(at: 0..<0)
    try reader.object(orElse: { $0 }) { reader, key throws(JSONReader.Malformed) in
      switch key {
      case "at":
        var places: [Int] = []
        try reader.array(orElse: { $0 }) { reader throws(JSONReader.Malformed) in
          places.append(try reader.integer())
        }
        guard places.count == 2, places[0] <= places[1] else {
          throw JSONReader.Malformed(at: reader.at, wanted: "a start and an end")
        }
        edit.at = places[0]..<places[1]
      case "was": edit.was = try reader.utf8()
      case "bytes": edit.bytes = Base64.decode(try reader.utf8())
      default: _ = try reader.raw()
      }
    }
    return edit
  }

  private static func undo(
    _ edits: [WrittenEdit],
    in text: [UInt8],
    _ encoding: Encoding
  ) throws(RecordError) -> [UInt8] {
    var original = encoding.mark
    var at = 0
    var scalars = 0
    func advance(to place: Int) -> ArraySlice<UInt8>? {
      let start = at
      while scalars < place {
        if at >= text.count { return nil }
        at += 1
        while at < text.count, text[at] & 0xC0 == 0x80 { at += 1 }
        scalars += 1
      }
      return text[start..<at]
    }
    for (number, edit) in edits.enumerated() {
      guard edit.at.lowerBound >= scalars, let kept = advance(to: edit.at.lowerBound),
        let keptBytes = encoding.encode(kept), advance(to: edit.at.upperBound) != nil,
        let was = edit.bytes ?? edit.was.flatMap({ encoding.encode($0) })
      else { throw .badEdit(number) }
      original += keptBytes
      original += was
    }
    guard let rest = encoding.encode(text[at...]) else { throw .badEdit(edits.count) }
    return original + rest
  }
}

extension RecordError {
  init(_ fault: JSONReader.Malformed) {
    self = .malformed("byte \(fault.at): \(fault.wanted) is missing")
  }
}
