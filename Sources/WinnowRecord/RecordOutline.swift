/// What a record's line tells of its document, without the text: for counting over many.
package struct RecordOutline: Sendable {
  /// A change, its rule and how many scalars it replaced by how many.
  package struct Edit: Sendable {
    package fileprivate(set) var rule = ""
    package fileprivate(set) var was = 0
    package fileprivate(set) var now = 0
  }

  package struct Name: Sendable {
    package fileprivate(set) var surface = ""
    package fileprivate(set) var name: String?
    package fileprivate(set) var entity: String?
    package fileprivate(set) var isRewritten = false
  }

  package private(set) var path: String?
  /// RFC 3339; nil where it was not received but made by a command.
  package private(set) var received: String?
  package private(set) var bytes = 0
  package private(set) var language: String?
  /// Scalars of the cleaned text.
  package private(set) var scalars = 0
  package private(set) var edits: [Edit] = []
  package private(set) var names: [Name] = []

  /// Reads a whole line; what it doesn't know is passed over.
  package init(_ line: ArraySlice<UInt8>) throws(JSONReader.Malformed) {
    var reader = JSONReader(line)
    try reader.object(orElse: { $0 }) { reader, key throws(JSONReader.Malformed) in
      switch key {
      case "path": path = try reader.optionalString()
      case "received": received = try reader.optionalString()
      case "bytes": bytes = try Self.size(&reader)
      case "language": language = try reader.optionalString()
      case "text": scalars = Self.scalars(try reader.utf8())
      case "edits":
        try reader.array(orElse: { $0 }) { reader throws(JSONReader.Malformed) in
          edits.append(try Self.edit(&reader))
        }
      case "names":
        try reader.array(orElse: { $0 }) { reader throws(JSONReader.Malformed) in
          names.append(try Self.name(&reader))
        }
      default: _ = try reader.raw()
      }
    }
  }

  private static func edit(_ reader: inout JSONReader) throws(JSONReader.Malformed) -> Edit {
    var edit = Edit()
    try reader.object(orElse: { $0 }) { reader, key throws(JSONReader.Malformed) in
      switch key {
      case "at":
        var places: [Int] = []
        try reader.array(orElse: { $0 }) { reader throws(JSONReader.Malformed) in
          places.append(try size(&reader))
        }
        guard places.count == 2, places[0] <= places[1] else {
          throw JSONReader.Malformed(at: reader.at, wanted: "a start and an end")
        }
        edit.now = places[1] - places[0]
      case "was": edit.was = scalars(try reader.utf8())
      // Of bytes that mean nothing as text each counts.
      case "bytes": edit.was = Base64.decode(try reader.utf8())?.count ?? 0
      case "rule": edit.rule = try reader.string()
      default: _ = try reader.raw()
      }
    }
    return edit
  }

  private static func name(_ reader: inout JSONReader) throws(JSONReader.Malformed) -> Name {
    var name = Name()
    try reader.object(orElse: { $0 }) { reader, key throws(JSONReader.Malformed) in
      switch key {
      case "surface": name.surface = try reader.string()
      case "name": name.name = try reader.optionalString()
      case "entity": name.entity = try reader.optionalString()
      case "action": name.isRewritten = try reader.string() == "rewrite"
      default: _ = try reader.raw()
      }
    }
    return name
  }

  /// Nothing that winnow takes is larger; sums of what somebody made up can't overflow.
  private static func size(_ reader: inout JSONReader) throws(JSONReader.Malformed) -> Int {
    let size = try reader.integer()
    guard (0...(1 << 32)).contains(size) else {
      throw JSONReader.Malformed(at: reader.at, wanted: "a size")
    }
    return size
  }

  private static func scalars(_ utf8: [UInt8]) -> Int {
    utf8.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }
}
