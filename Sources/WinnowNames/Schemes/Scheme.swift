import WinnowText

/// A romanisation: how one language is written in Latin letters by one standard or habit.
package struct Scheme: Sendable {
  /// Whose practice it is.
  package enum Kind: String, CaseIterable, Sendable {
    case press, official, passport, library, scholarly
  }

  /// A word and what the scheme must make of it.
  package struct Example: Sendable {
    package let cyrillic: String
    package let latin: String
    /// Where it stands in the file, counted from 1.
    package let line: Int
  }

  /// Its name on the command line and of its file: `be-national-2007`.
  package let id: String
  /// Its name in print.
  package let name: String
  package let language: CyrillicLanguage
  package let kind: Kind
  /// The document that lays it down.
  package let source: String
  package let examples: [Example]
  /// The file's path or name, for messages.
  package let file: String
  let table: RewriteTable

  /// Whether texts of English are written so: by their press, or by those who issue maps and passports.
  var isOfEnglish: Bool {
    switch kind {
    case .press: id.hasSuffix("-en")
    case .official, .passport: !id.hasSuffix("-fr")
    case .library, .scholarly: false
    }
  }

  /// Text with its Cyrillic letters romanised, in normal form NFC.
  ///
  /// Letters that the scheme doesn't know, and all other signs, stay as they are.
  package func romanise(_ text: String) -> String {
    let composed = CanonicalComposition.compose(Array(text.utf8))
    let scalars = String(decoding: composed, as: UTF8.self).unicodeScalars
    return String(decoding: romanise(CyrillicText(scalars)), as: UTF8.self)
  }

  /// The same from text that is taken apart already, as UTF-8.
  func romanise(_ text: CyrillicText) -> [UInt8] {
    var latin: [UInt8] = []
    latin.reserveCapacity(2 * text.scalars.count)
    var place = text.places.lowerBound
    while place < text.places.upperBound {
      let count = table.rewrite(text, at: place, to: &latin)
      if count == 0 { latin += UTF8.encode(text.scalars[place]) ?? .init() }
      place += max(count, 1)
    }
    return latin
  }
}
