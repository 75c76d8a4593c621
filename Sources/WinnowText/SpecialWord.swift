extension Word {
  /// Reads a run of text between two spaces as an address, file name, clock time or number with its
  /// separators; nil where it is ordinary words.
  init?(reading text: [UInt8], _ chunk: Range<Int>) {
    let core = chunk.trimmed(in: text)
    guard core.count >= 2, Self.maySay(text, core), let kind = Kind(reading: text[core]) else {
      return nil
    }
    var key = WordKey()
    var at = core.lowerBound
    while at < core.upperBound {
      let (scalar, length) = text.scalar(at: at)
      key.addFolded(scalar)
      at += length
    }
    self.init(kind: kind, key: key.value, at: core)
  }

  /// Whether it is worth a closer look: most words are not, and this tells so at a glance.
  ///
  /// Numbers, times and dates begin with a digit; addresses and file names have a dot or a slash.
  private static func maySay(_ text: [UInt8], _ core: Range<Int>) -> Bool {
    if text[core.lowerBound].isDigit { return true }
    for at in core where text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: "/") {
      return true
    }
    return false
  }
}

extension Word.Kind {
  fileprivate init?(reading bytes: ArraySlice<UInt8>) {
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    guard isASCII else { return nil }
    if bytes.allSatisfy({ $0.isDigit || $0.isNumberMark }) {
      guard let kind = Self.numeric(bytes) else { return nil }
      self = kind
      return
    }
    let text = bytes.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    if ["http://", "https://", "www."].contains(where: { text.starts(with: $0.utf8) }) {
      self = .url
      return
    }
    guard let dot = text.lastIndex(of: UInt8(ascii: ".")), dot > 0 else {
      if Self.isAmount(bytes) {
        self = .number
        return
      }
      return nil
    }
    let name = text[..<dot]
    let ending = text[(dot + 1)...]
    let domain = ending.prefix { $0 != UInt8(ascii: "/") }
    if let sign = name.firstIndex(of: UInt8(ascii: "@")), sign > 0, ending.count >= 2 {
      self = .email
    } else if fileEndings.contains(String(decoding: ending, as: UTF8.self)) {
      self = .file
    } else if domainEndings.contains(String(decoding: domain, as: UTF8.self))
      || name.contains(UInt8(ascii: "/")) && name.contains(UInt8(ascii: "."))
    {
      self = .url
    } else if Self.isAmount(bytes) {
      self = .number
    } else {
      return nil
    }
  }

  /// 12:30, 11.06.2023, 1,234.5.
  private static func numeric(_ bytes: ArraySlice<UInt8>) -> Word.Kind? {
    guard bytes.first?.isDigit == true, bytes.last?.isDigit == true else { return nil }
    guard let mark = bytes.first(where: { !$0.isDigit }) else { return nil }
    let marks = bytes.filter { !$0.isDigit }
    let parts = bytes.split { !$0.isDigit }.map(\.count)
    guard parts.count == marks.count + 1 else { return nil }
    let isUniform = marks.allSatisfy { $0 == mark }
    if mark == UInt8(ascii: ":") {
      return isUniform && parts.count <= 3 && parts.allSatisfy { $0 <= 2 } ? .time : nil
    }
    if isUniform, parts.count == 3, mark != UInt8(ascii: ","), parts.contains(where: { $0 <= 2 }),
      parts.allSatisfy({ $0 <= 2 || $0 == 4 })
    {
      return .date
    }
    let isGrouped = mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".")
    return isGrouped ? .number : nil
  }

  /// 3.5K, 12M, 100%.
  private static func isAmount(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = bytes.last, bytes.first?.isDigit == true else { return false }
    let isUnit = "kKmMbB%".utf8.contains(last)
    return isUnit && bytes.dropLast().allSatisfy { $0.isDigit || ".,".utf8.contains($0) }
  }
}

/// What files that pages link to or show are called.
private let fileEndings: Set<String> = [
  "jpg", "jpeg", "png", "gif", "webp", "svg", "bmp", "pdf", "doc", "docx", "mp3", "mp4", "avi",
  "mov",
]

/// Domains that news and social sites have; a longer list would take sentences without a space after
/// the full stop for addresses.
private let domainEndings: Set<String> = [
  "com", "org", "net", "info", "gov", "edu", "int", "eu", "uk", "by", "ua", "ru", "pl", "de", "fr",
  "es",
  "lt", "lv", "cz", "tv", "fm",
]

extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// What may stand between the digits of a number, a time or a date: `:.,/-`.
  fileprivate var isNumberMark: Bool { (0x2C...0x2F).contains(self) || self == 0x3A }

  /// `([{<"'*`.
  fileprivate var isOpening: Bool {
    switch self {
    case 0x28, 0x5B, 0x7B, 0x3C, 0x22, 0x27, 0x2A: true
    default: false
    }
  }

  /// `)]}>"'.,;:!?*`.
  var isClosing: Bool {
    switch self {
    case 0x29, 0x5D, 0x7D, 0x3E, 0x22, 0x27, 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x2A: true
    default: false
    }
  }
}

extension Range<Int> {
  /// Without the brackets, quotation marks and stops around it (ASCII only).
  fileprivate func trimmed(in text: [UInt8]) -> Range<Int> {
    var lower = lowerBound
    var upper = upperBound
    while lower < upper, text[lower].isOpening { lower += 1 }
    while lower < upper, text[upper - 1].isClosing { upper -= 1 }
    return lower..<upper
  }
}
