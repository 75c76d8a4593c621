// The standard library has NFC but no public face for it; Foundation has one, at the price of ICU.
@_spi(_Unicode) import Swift

/// Normal form NFC (Unicode Standard Annex 15), the form that the web and files are written in.
package enum CanonicalComposition {
  /// Well-formed UTF-8 in normal form NFC.
  package static func compose(_ utf8: [UInt8]) -> [UInt8] {
    var composed: [UInt8] = []
    composed.reserveCapacity(utf8.count)
    let text = String(decoding: utf8, as: UTF8.self)
    let needsOrder = utf8.count > 128 || text.unicodeScalars.contains { doubleMark($0) != nil }
    for scalar in needsOrder ? ordered(text)._nfc : text._nfc {
      composed.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
    return composed
  }

  /// The same text, each run of marks in canonical order.
  ///
  /// The standard library puts marks in order by insertion, which takes the square of their number, and
  /// takes two marks in one character for a letter.
  private static func ordered(_ text: String) -> String {
    var ordered = String.UnicodeScalarView()
    var marks: [Unicode.Scalar] = []
    func order(_ scalar: Unicode.Scalar) -> UInt8 {
      scalar.properties.canonicalCombiningClass.rawValue
    }
    func flush() {
      if marks.isEmpty { return }
      var byOrder = [[Unicode.Scalar]](repeating: [], count: 256)
      for mark in marks { byOrder[Int(order(mark))].append(mark) }
      for same in byOrder { ordered.append(contentsOf: same) }
      marks.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      if let two = doubleMark(scalar) {
        marks += two
      } else if order(scalar) == 0 {
        flush()
        ordered.append(scalar)
      } else {
        marks.append(scalar)
      }
    }
    flush()
    return String(ordered)
  }

  /// The two marks that a scalar of class 0 stands for: with U+0344, which has a class, those of
  /// Non_Starter_Decompositions (Unicode Standard Annex 15).
  private static func doubleMark(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch scalar.value {
    case 0x0F73: ["\u{F71}", "\u{F72}"]
    case 0x0F75: ["\u{F71}", "\u{F74}"]
    case 0x0F81: ["\u{F71}", "\u{F80}"]
    default: nil
    }
  }

  /// Whether a scalar with nothing after it that combines is surely its own NFC.
  static func isInert(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x400..<0x483, 0x48A..<0x530, 0x2010..<0x2126, 0x3041..<0x3099,
      0x4E00..<0xA000, 0xAC00..<0xD7A4:
      true
    default: false
    }
  }

  /// Whether a scalar may be composed with the one before it or change places with its neighbours.
  ///
  /// That is every scalar with a combining class, those of class 0 that stand for two marks, and those of
  /// class 0 whose NFC_Quick_Check is Maybe (DerivedNormalizationProps.txt): the vowels and finals of
  /// Hangul, and a few Indic signs.
  static func mayCombine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300: false
    case 0x1161...0x1175, 0x11A8...0x11C2, 0x09BE, 0x09D7, 0x0B3E, 0x0B56, 0x0B57, 0x0BBE, 0x0BD7,
      0x0CC2, 0x0CD5, 0x0CD6, 0x0D3E, 0x0D57, 0x0DCF, 0x0DDF, 0x102E, 0x1B35, 0x11127, 0x1133E,
      0x11357, 0x113B8, 0x113BB, 0x113C2, 0x113C5, 0x113C7...0x113C9, 0x114B0, 0x114BA, 0x114BD,
      0x115AF, 0x11930, 0x1611E...0x16129, 0x16D67:
      true
    default: scalar.properties.canonicalCombiningClass != .notReordered || doubleMark(scalar) != nil
    }
  }
}
