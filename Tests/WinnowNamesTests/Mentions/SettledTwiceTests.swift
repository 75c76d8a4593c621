import Testing
import WinnowNames
import WinnowText

/// Names thrown together at random, with the gazetteer that ships.
@Suite struct SettledTwiceTests {
  private static let words = [
    "Aleksandr", "Lukashenka", "Lukashenka's", "Vladimir", "Zelenskiy", "Sergei", "Ivanov", "A.",
    "V.",
    "Tikhanovskaya", "Svetlana", "Gomel", "Kiev", "Odessa", "Texas", "in", "Russian", "spelt",
    "and",
    "met", "the", "“Volat”", "\"", "Лукашенко", "Владимира", "Путина", "anti-Lukashenka", "O’Brien",
    "Irpin’", "Olga", "Petrenkosaid", "Petrenko", "Vitebsk,", "film", "dogs'", "'Kiev'", "@gomel",
    "e\u{301}",
  ]
  private static let joints = [" ", " ", " ", " ", ". ", ", ", "-", "\n", "", "  ", "\u{AD}", " ("]

  private static func text(_ generator: inout SplitMix64) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...40, using: &generator) {
      text += words.randomElement(using: &generator) ?? ""
      text += joints.randomElement(using: &generator) ?? ""
    }
    return text
  }

  @Test(
    "Undoing the edits gives the original, and settling twice changes nothing",
    arguments: Style.allCases
  )
  func twice(style: Style) throws {
    let names = Names(try ShippedNames.gazetteer.get(), style: style, action: .rewrite)
    var generator = SplitMix64(seed: 7)
    for _ in 0..<100 {
      let source = Self.text(&generator)
      let once = names.settle(Document(utf8: Array(source.utf8)), language: "en").document
      #expect(restored(once) == Array(source.utf8), "\(source)")
      let again = names.settle(Document(once.text), language: "en").document
      #expect(
        String(decoding: again.text, as: UTF8.self) == String(decoding: once.text, as: UTF8.self),
        "\(source)"
      )
    }
  }

  private func restored(_ document: Document) -> [UInt8] {
    var bytes: [UInt8] = []
    var done = 0
    for edit in document.edits {
      bytes += document.text[done..<edit.at.lowerBound] + document.originalText(of: edit)
      done = edit.at.upperBound
    }
    return bytes + document.text[done...]
  }
}
