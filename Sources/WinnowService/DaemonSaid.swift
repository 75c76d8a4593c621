import WinnowIO
import WinnowRecord

/// What a running daemon last wrote of itself.
struct DaemonSaid: Sendable, Equatable {
  /// When it did, in nanoseconds since 1970.
  private(set) var written: Int64
  private(set) var pid: Int32 = 0
  private(set) var version = ""
  private(set) var started = ""
  private(set) var when = ""
  private(set) var stored = 0
  private(set) var duplicates = 0
  private(set) var quarantined = 0
  private(set) var putOff = 0
  /// Documents a second, over the last minute.
  private(set) var rate: Double?
  private(set) var rules = ""
  private(set) var troubles: [String] = []
  /// Times and sentences, the newest last.
  private(set) var errors: [PastError] = []
  /// All of it, as it was written.
  let json: String

  struct PastError: Sendable, Equatable {
    var when = ""
    var what = ""
  }

  /// nil where no daemon has written, or what it wrote can't be read.
  init?(in directory: Directory) {
    guard let status = try? directory.status(StatusFile.name),
      let bytes = try? directory.read(StatusFile.name, limit: 1 << 20)
    else { return nil }
    self.init(bytes, written: status.modified)
  }

  init?(_ bytes: [UInt8], written: Int64) {
    self.written = written
    json = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    var reader = JSONReader(bytes[...])
    do throws(JSONReader.Malformed) {
      try reader.object(orElse: { $0 }) { reader, key throws(JSONReader.Malformed) in
        try read(key, &reader)
      }
    } catch {
      return nil
    }
  }

  private mutating func read(
    _ key: String,
    _ reader: inout JSONReader
  ) throws(JSONReader.Malformed) {
    switch key {
    case "pid": pid = Int32(truncatingIfNeeded: try reader.integer())
    case "version": version = try reader.string()
    case "started": started = try reader.string()
    case "when": when = try reader.string()
    case "stored": stored = try reader.integer()
    case "duplicates": duplicates = try reader.integer()
    case "quarantined": quarantined = try reader.integer()
    case "put_off": putOff = try reader.integer()
    case "rate": rate = Double(String(decoding: try reader.raw(), as: UTF8.self))
    case "rules": rules = try reader.string()
    case "troubles":
      try reader.array(orElse: { $0 }) { reader throws(JSONReader.Malformed) in
        troubles.append(try reader.string())
      }
    case "errors":
      try reader.array(orElse: { $0 }) { reader throws(JSONReader.Malformed) in
        var error = PastError()
        try reader.object(orElse: { $0 }) { reader, key throws(JSONReader.Malformed) in
          switch key {
          case "when": error.when = try reader.string()
          case "what": error.what = try reader.string()
          default: _ = try reader.raw()
          }
        }
        errors.append(error)
      }
    default: _ = try reader.raw()
    }
  }
}
