import WinnowText

/// Which of some Latin letters are capitals.
enum LatinCapitals {
  case none, first, all
}

/// What a scheme writes for a letter, in its three cases, as UTF-8 in normal form NFC.
struct LatinLetters {
  private let small: [UInt8]
  private let titled: [UInt8]
  private let capital: [UInt8]

  init(_ text: String) {
    small = Self.composed(text)
    titled = Self.composed(Self.titled(text))
    capital = Self.composed(text.uppercased())
  }

  func written(_ capitals: LatinCapitals) -> [UInt8] {
    switch capitals {
    case .none: small
    case .first: titled
    case .all: capital
    }
  }

  /// The first letter as a capital, and with it what a ligature tie joins to it: T͡S.
  private static func titled(_ text: String) -> String {
    var titled = String.UnicodeScalarView()
    var isDone = false
    var isTied = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic, !isDone || isTied {
        titled.append(contentsOf: scalar.properties.uppercaseMapping.unicodeScalars)
        isDone = true
      } else {
        titled.append(scalar)
      }
      isTied = scalar == "\u{361}" && isDone
    }
    return String(titled)
  }

  private static func composed(_ text: String) -> [UInt8] {
    CanonicalComposition.compose(Array(text.utf8))
  }
}
