import CUchardet

extension Encoding {
  /// The encoding that these bytes are most likely in.
  ///
  /// A byte order mark decides; then UTF-8, which other text hardly ever resembles by accident; then
  /// the pattern of UTF-16; then uchardet's opinion of the first megabyte.
  package static func detect(_ bytes: [UInt8]) -> Encoding {
    detect(bytes, isUTF8: UTF8Scan.isValid(bytes))
  }

  /// The same for bytes that are known to be UTF-8, or not to be.
  static func detect(_ bytes: [UInt8], isUTF8: Bool) -> Encoding {
    for encoding in [Encoding.utf8WithMark, .utf16LittleWithMark, .utf16BigWithMark]
    where bytes.starts(with: encoding.mark) {
      // A second mark would be lost with the first when the text is put back together.
      let isDoubled = bytes.dropFirst(encoding.mark.count).starts(with: encoding.mark)
      return isDoubled ? encoding.withoutMark : encoding
    }
    if isUTF8 && !bytes.prefix(4096).contains(0) { return .utf8 }
    if let wide = detectUTF16(bytes) { return wide }
    let scan = UTF8Scan(bytes)
    if scan.brokenBytes == 0 || scan.wideScalars >= 4 * scan.brokenRuns.count { return .utf8 }
    return detectSingleByte(bytes)
  }

  private var withoutMark: Encoding {
    switch self {
    case .utf16LittleWithMark: .utf16Little
    case .utf16BigWithMark: .utf16Big
    default: self
    }
  }

  /// Text in UTF-16 has nearly all of its high bytes in a few rows: Latin, Cyrillic, punctuation.
  private static func detectUTF16(_ bytes: [UInt8]) -> Encoding? {
    let sample = bytes.prefix(4096)
    let units = sample.count / 2
    guard units >= 4 else { return nil }
    for (encoding, highByte) in [(Encoding.utf16Little, 1), (.utf16Big, 0)] {
      var usual = 0
      for unit in 0..<units {
        let high = sample[2 * unit + highByte]
        let low = sample[2 * unit + 1 - highByte]
        let isText = high == 0 ? low >= 0x20 || low == 0x0A || low == 0x0D || low == 9 : high <= 5
        if isText || high == 0x20 { usual += 1 }
      }
      if usual * 20 >= units * 19 { return encoding }
    }
    return nil
  }

  private static func detectSingleByte(_ bytes: [UInt8]) -> Encoding {
    guard let detector = uchardet_new() else { return .windows1252 }
    defer { uchardet_delete(detector) }
    bytes.prefix(1 << 20).withUnsafeBytes { buffer in
      _ = uchardet_handle_data(detector, buffer.baseAddress, buffer.count)
    }
    uchardet_data_end(detector)
    switch String(cString: uchardet_get_charset(detector)) {
    case "WINDOWS-1251", "MAC-CYRILLIC": return .windows1251
    case "KOI8-R", "KOI8-U":
      // KOI8-U is KOI8-R but for eight places, where KOI8-R has box-drawing signs.
      let ukrainian: Set<UInt8> = [0xA4, 0xA6, 0xA7, 0xAD, 0xB4, 0xB6, 0xB7, 0xBD]
      return bytes.contains { ukrainian.contains($0) } ? .koi8u : .koi8r
    case "ISO-8859-5": return .iso8859Part5
    case "ISO-8859-2": return .iso8859Part2
    case "WINDOWS-1250": return .windows1250
    default: return .windows1252
    }
  }
}
