/// What a record's line says before its text, read without a look at the rest.
package struct RecordHead {
  package private(set) var path: String?
  package private(set) var received: String?
  /// Where the value of `received` stands in the line; empty where there is none.
  private(set) var receivedAt = 0..<0

  /// Reads as far as `received`; what is missing or no JSON stays nil.
  package init(_ line: ArraySlice<UInt8>) {
    var reader = JSONReader(line)
    try? reader.object(orElse: { $0 }) { reader, key throws(JSONReader.Malformed) in
      switch key {
      case "path": path = try reader.optionalString()
      case "received":
        let value = try reader.raw()
        receivedAt = value.indices
        var own = JSONReader(value)
        received = try own.optionalString()
        throw JSONReader.Malformed(at: reader.at, wanted: "nothing after it")
      default: _ = try reader.raw()
      }
    }
  }
}
