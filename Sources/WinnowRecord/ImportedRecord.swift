/// A record that was made elsewhere, checked from its first key to its seal.
package struct ImportedRecord {
  private static let keys = [
    "v", "id", "path", "received", "bytes", "encoding", "language", "title", "text", "edits",
    "names", "rules", "crc",
  ]

  package let id: DocumentID
  package let path: String?
  /// The bytes that the record restores to.
  package let original: [UInt8]
  /// The line to be stored: as it came, but that it says when it came in.
  package let line: [UInt8]

  /// Checks a line; `received` is now, for a record that nobody has received yet.
  package init(_ line: ArraySlice<UInt8>, received now: String) throws(RecordError) {
    id = try Seal.open(line)
    guard String(validating: line, as: UTF8.self) != nil else {
      throw .malformed("it is not UTF-8")
    }
    let bytes = try Self.bytes(in: line)
    original = try Restorer.restore(line)
    guard original.count == bytes else {
      throw .malformed("it says \(bytes) bytes, and restores to \(original.count)")
    }
    let head = RecordHead(line)
    path = head.path
    if head.received == nil {
      var stamped = line[..<head.receivedAt.lowerBound] + Array("\"\(now)\"".utf8)
      stamped += line[head.receivedAt.upperBound...].dropLast(Seal.length)
      var whole = Array(stamped)
      Seal.close(&whole)
      self.line = whole
    } else {
      self.line = Array(line)
    }
  }

  /// The value of `bytes`, in a line that has all keys of a record, in their order.
  private static func bytes(in line: ArraySlice<UInt8>) throws(RecordError) -> Int {
    var found: [String] = []
    var bytes = 0
    var reader = JSONReader(line)
    do throws(JSONReader.Malformed) {
      try reader.object(orElse: { $0 }) { reader, key throws(JSONReader.Malformed) in
        // What a line of JSON had beside its text is kept, but is no part of the contract.
        if key != "meta" { found.append(key) }
        if key == "bytes" { bytes = try reader.integer() } else { _ = try reader.raw() }
      }
    } catch {
      throw RecordError(error)
    }
    guard found == keys else {
      let place = zip(found, keys).prefix { $0 == $1 }.count
      throw .malformed(
        place < keys.count
          ? "'\(keys[place])' is not where it belongs" : "'\(found[place])' is unknown"
      )
    }
    return bytes
  }
}
