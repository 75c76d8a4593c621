import Glibc
import WinnowIO
import WinnowRecord

/// The sources that were told to be forgotten, and from where in the store on they count again.
///
/// A small file beside the segments and not a part of the ledger, which may be built anew from them.
package struct Forgotten: Sendable {
  private static let name: Path = "forgotten.jsonl"

  private let directory: Directory
  private var places: [String: Position] = [:]

  /// Reads the file; a line that makes no sense is passed over, and its source remembered.
  package init(_ directory: Directory) throws(StoreError) {
    self.directory = directory
    let bytes = try wanting("read what is forgotten") { () throws(SystemError) -> [UInt8] in
      guard try directory.status(Self.name) != nil else { return [] }
      let path = directory.path.appending(Self.name)
      return try directory.open(Self.name).readAll(limit: 1 << 24, expected: 4096, path)
    }
    for line in bytes.split(separator: 0x0A) {
      if let (source, position) = Self.read(line) { places[source] = position }
    }
  }

  /// Whether a record of the source at this place counts.
  package func counts(_ place: Place, of source: String) -> Bool {
    guard let from = places[source] else { return true }
    return Position(segment: place.segment, offset: place.offset) >= from
  }

  /// Forgets a source: what is in the store by now does not count any more.
  mutating func add(_ source: String, at position: Position) throws(StoreError) {
    places[source] = position
    var out = JSONWriter(capacity: 4096)
    for source in places.keys.sorted() {
      guard let position = places[source] else { continue }
      out.raw(#"{"source":"#)
      out.string(source)
      out.raw(#","segment":"#)
      out.number(position.segment)
      out.raw(#","offset":"#)
      out.number(position.offset)
      out.raw("}\n")
    }
    let bytes = out.bytes
    try wanting("write what is forgotten") { () throws(SystemError) in
      try directory.replace(Self.name, with: bytes, durable: true)
    }
  }

  private static func read(_ line: ArraySlice<UInt8>) -> (String, Position)? {
    var (source, segment, offset): (String?, Int?, Int?) = (nil, nil, nil)
    var reader = JSONReader(line)
    do throws(JSONReader.Malformed) {
      try reader.object(orElse: { $0 }) { reader, key throws(JSONReader.Malformed) in
        switch key {
        case "source": source = try reader.string()
        case "segment": segment = try reader.integer()
        case "offset": offset = try reader.integer()
        default: _ = try reader.raw()
        }
      }
    } catch {
      return nil
    }
    guard let source, let segment, let offset else { return nil }
    return (source, Position(segment: segment, offset: offset))
  }
}
