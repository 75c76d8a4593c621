/// How a file's bytes stand for characters; the raw value is what a record calls it.
///
/// `utf-8-bom`, `utf-16le` and `utf-16be` begin with a byte order mark that is not part of the text;
/// `utf-16-le` and `utf-16-be` are the same without one.
package enum Encoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf8WithMark = "utf-8-bom"
  case utf16LittleWithMark = "utf-16le"
  case utf16BigWithMark = "utf-16be"
  case utf16Little = "utf-16-le"
  case utf16Big = "utf-16-be"
  case windows1251 = "windows-1251"
  case windows1252 = "windows-1252"
  case windows1250 = "windows-1250"
  case koi8u = "koi8-u"
  case koi8r = "koi8-r"
  case iso8859Part5 = "iso-8859-5"
  case iso8859Part2 = "iso-8859-2"

  /// The mark that the file begins with.
  package var mark: [UInt8] {
    switch self {
    case .utf8WithMark: [0xEF, 0xBB, 0xBF]
    case .utf16LittleWithMark: [0xFF, 0xFE]
    case .utf16BigWithMark: [0xFE, 0xFF]
    default: []
    }
  }

  /// How two bytes make a UTF-16 unit; nil for the other encodings.
  var isLittleEndian: Bool? {
    switch self {
    case .utf16Little, .utf16LittleWithMark: true
    case .utf16Big, .utf16BigWithMark: false
    default: nil
    }
  }

  /// What the bytes 128 to 255 mean; nil for the Unicode encodings.
  var upperHalf: [UInt16]? {
    switch self {
    case .windows1251: SingleByteTables.windows1251
    case .windows1252: SingleByteTables.windows1252
    case .windows1250: SingleByteTables.windows1250
    case .koi8u: SingleByteTables.koi8u
    case .koi8r: SingleByteTables.koi8r
    case .iso8859Part5: SingleByteTables.iso8859Part5
    case .iso8859Part2: SingleByteTables.iso8859Part2
    default: nil
    }
  }
}
