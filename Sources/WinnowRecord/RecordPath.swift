extension Record {
  /// The path in a record's line; nil where there is none.
  package static func path(in line: ArraySlice<UInt8>) -> String? { RecordHead(line).path }

  /// The source of a path under the inbox: its first folder; nil where it is in none.
  package static func source(ofPath path: String) -> String? {
    path.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
  }
}
