import WinnowIO
import WinnowRecord

/// What a running daemon last wrote of itself.
struct DaemonSaid: Sendable {
  private(set) var stored = 0
  private(set) var duplicates = 0
  private(set) var rules = ""
  private(set) var troubles: [String] = []
  private(set) var lastError: String?
  /// All of it, as it was written.
  let json: String

  /// nil where no daemon has written, or what it wrote can't be read.
  init?(in directory: Directory) {
    guard let bytes = try? directory.read(StatusFile.name, limit: 1 << 16) else { return nil }
    json = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    var reader = JSONReader(bytes[...])
    do throws(JSONReader.Malformed) {
      try reader.object(orElse: { $0 }) { reader, key throws(JSONReader.Malformed) in
        switch key {
        case "stored": stored = try reader.integer()
        case "duplicates": duplicates = try reader.integer()
        case "rules": rules = try reader.string()
        case "last_error": lastError = try reader.optionalString()
        case "troubles":
          try reader.array(orElse: { $0 }) { reader throws(JSONReader.Malformed) in
            troubles.append(try reader.string())
          }
        default: _ = try reader.raw()
        }
      }
    } catch {
      return nil
    }
  }
}
