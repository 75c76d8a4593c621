/// What a character is to the line model.
enum LineScalar: UInt8, Sendable {
  case other
  case space
  /// In lower case or without case; also marks.
  case letter
  case upper
  case digit
  /// Letters of scripts that are written without spaces.
  case dense
  /// Sentence ends.
  case stop
  case comma
  /// Bars, bullets, arrows, symbols.
  case separator
  /// Closing brackets and quotation marks.
  case closer
  case colon
  case opener
  case dash
  case apostrophe
  case guillemet
  /// Sentence ends that need no space after them.
  case wideStop

  /// The classes of the first characters, which are most of all in most languages.
  static let table: [LineScalar] = (0..<0x3100).map(look)
  private static let wideTable: [LineScalar] = (0xFF00..<0x10000).map(look)

  /// The class of a character beyond the table.
  init(beyondTable value: UInt32) {
    switch value {
    case 0x3400..<0x4DC0, 0x4E00..<0x9FFD: self = .dense
    case 0xAC00..<0xD7A4: self = .letter
    case 0xFF00..<0x10000: self = Self.wideTable[Int(value) - 0xFF00]
    default: self = Self.look(value)
    }
  }

  /// Punctuation that has a class of its own.
  private static let signs: [UInt32: LineScalar] = {
    var signs: [UInt32: LineScalar] = [:]
    let rows: [(String, LineScalar)] = [
      (".!?…؟।॥՞።", .stop), ("。！？｡．", .wideStop), (",;、，；،؛", .comma),
      ("|•·/\\#*~=_&†‡§¦‣●", .separator), ("\"", .closer), (":：", .colon), ("'’ʼ", .apostrophe),
      ("«»‹›", .guillemet),
    ]
    for (row, kind) in rows {
      for scalar in row.unicodeScalars { signs[scalar.value] = kind }
    }
    return signs
  }()

  private static func look(_ value: UInt32) -> LineScalar {
    if let sign = signs[value] { return sign }
    guard let scalar = Unicode.Scalar(value) else { return .other }
    if (0x09...0x0D).contains(value), value != 0x0A { return .space }
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
    case .uppercaseLetter, .titlecaseLetter: return .upper
    case .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
      .enclosingMark:
      return isDense(value) ? .dense : .letter
    case .decimalNumber: return .digit
    case .otherSymbol, .mathSymbol: return .separator
    case .closePunctuation, .finalPunctuation: return .closer
    case .openPunctuation, .initialPunctuation: return .opener
    case .dashPunctuation: return .dash
    default: return .other
    }
  }

  /// Thai, Lao, Myanmar, Khmer, Han and kana.
  private static func isDense(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3041...0x30FF,
      0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Brackets and quotation marks that may stand after the end of a sentence.
  var mayFollowStop: Bool { self == .closer || self == .guillemet || self == .apostrophe }
}

/// The lower case of single characters.
enum LowerCase {
  private static let table: [UInt32] = (0..<0x600).map(look)

  static func of(_ value: UInt32) -> UInt32 {
    if value < 0x80 { return value &- 0x41 < 26 ? value + 0x20 : value }
    return value < 0x600 ? table[Int(value)] : look(value)
  }

  private static func look(_ value: UInt32) -> UInt32 {
    guard let lower = Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars,
      let first = lower.first, lower.count == 1
    else { return value }
    return first.value
  }
}
