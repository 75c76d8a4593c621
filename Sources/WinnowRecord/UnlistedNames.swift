extension Record {
  /// The full names in a record's line that the gazetteer didn't know, as they were spelt.
  package static func unlistedNames(in line: ArraySlice<UInt8>) -> [String] {
    var found: [String] = []
    var reader = JSONReader(line)
    try? reader.object(orElse: { $0 }) { reader, key throws(JSONReader.Malformed) in
      guard key == "names" else {
        _ = try reader.raw()
        return
      }
      try reader.array(orElse: { $0 }) { reader throws(JSONReader.Malformed) in
        var (surface, entity): (String?, String?) = (nil, nil)
        try reader.object(orElse: { $0 }) { reader, key throws(JSONReader.Malformed) in
          switch key {
          case "surface": surface = try reader.string()
          case "entity": entity = try reader.optionalString()
          default: _ = try reader.raw()
          }
        }
        if let surface, surface.contains(" "), entity?.hasPrefix("doc:") == true {
          found.append(surface)
        }
      }
    }
    return found
  }
}
