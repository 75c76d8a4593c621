import WinnowText

extension Span<UInt8> {
  /// The scalar that begins here, in well-formed UTF-8; moves on behind it.
  func character(_ place: inout Int) -> Unicode.Scalar {
    Unicode.Scalar(scalar(&place)) ?? "\u{FFFD}"
  }
}

extension UInt8 {
  /// Whether it is a letter from A to Z.
  var isPlainLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// Whether it can neither belong to a word nor stand for a letter: ASCII but digits, letters and
  /// apostrophes.
  var endsWords: Bool {
    switch self {
    case 0x20: true
    case 0x27, 0x60, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: false
    default: true
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is one of the letters that most words are written with, by its range alone.
  var isLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8..<0x250, 0x400..<0x482: true
    default: false
    }
  }

  /// Whether it stands for a letter inside of a word.
  var isSign: Bool { isApostrophe || isSoftSign }

  /// Signs with which schemes write the soft and the hard sign.
  var isSoftSign: Bool {
    switch value {
    case 0x60, 0xB4, 0x2B9, 0x2BA, 0x2032, 0x2033, 0x201D: true
    default: false
    }
  }

  var isCapital: Bool {
    switch value {
    case 0x41...0x5A: true
    case 0..<0xC0: false
    case 0x400...0x42F: true
    case 0x430...0x45F: false
    case 0..<0x250: Self.latinCapitals[Int(value)]
    default: properties.isUppercase
    }
  }

  private static let latinCapitals = (0..<0x250).map { value in
    Unicode.Scalar(UInt32(value))?.properties.isUppercase ?? false
  }
}
