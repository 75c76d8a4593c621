extension Record {
  /// The path in a record's line; nil where there is none.
  package static func path(in line: ArraySlice<UInt8>) -> String? {
    var path: String?
    var reader = JSONReader(line)
    try? reader.object(orElse: { $0 }) { reader, key throws(JSONReader.Malformed) in
      if key == "path" { path = try reader.optionalString() } else { _ = try reader.raw() }
    }
    return path
  }

  /// The source of a path under the inbox: its first folder; nil where it is in none.
  package static func source(ofPath path: String) -> String? {
    path.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
  }
}
