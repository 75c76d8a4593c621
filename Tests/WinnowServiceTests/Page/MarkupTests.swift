import Foundation
import Testing

@testable import WinnowService

@Suite struct MarkupTests {
  /// What markup is made of, and what must not be in a page or turns it around.
  private let nasty = [
    "<", ">", "&", "\"", "'", "/", "=", "-", "!", "[", "]", " ", "\n", "a", "script", "</style>",
    "<!--", "-->", "]]>", "&lt;", "&#0;", "<![CDATA[", "\0", "\u{1B}", "\r", "\u{85}", "\u{202E}",
    "\u{2066}", "\u{200F}", "\u{FEFF}", "\u{E0041}",
    "\u{2028}",
    "é", "e\u{301}", "ї", "क्ष", "👩‍👩‍👧", "\u{10FFFF}", "onclick=", "javascript:",
  ]

  /// Literals can't say all of them.
  private let nonCharacters = [0xFFFE, 0xFDD0, 0x1FFFF].compactMap {
    Unicode.Scalar($0).map { "\($0)" }
  }

  @Test("Whatever is written as text is read back as that text, in an element and in an attribute")
  func readBack() throws {
    var chance = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let count = Int.random(in: 0...12, using: &chance)
      let text = (0..<count).map { _ in (nasty + nonCharacters).randomElement(using: &chance) ?? ""
      }.joined()
      var out = Markup()
      out.block("p", ["title": text, "lang": nil], text)
      let page = PageReader(Data(out.bytes))
      #expect(page.fault == nil, "\(text.debugDescription)")
      #expect(page.elements == ["p": 1] && page.attributes == ["title"])
      #expect(page.text == shown(text), "\(text.debugDescription)")
      let escaped = Markup.escaped(text)
      #expect(!escaped.unicodeScalars.contains { "<>\"'".unicodeScalars.contains($0) })
      #expect(!escaped.unicodeScalars.contains { $0.properties.isBidiControl })
    }
  }

  /// The text with its unshowable characters in words, said in another way than `Markup` does.
  private func shown(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      let category = scalar.properties.generalCategory
      let isFormat = category == .format && scalar != "\u{200D}"
      switch scalar {
      case "\n": out.unicodeScalars.append(scalar)
      case _ where scalar.value < 32:
        out.unicodeScalars.append(Unicode.Scalar(9216 + scalar.value) ?? "?")
      case _
      where isFormat || scalar.properties.isNoncharacterCodePoint || category == .control
        || category == .lineSeparator:
        out += "⟨U+\(String(format: "%04X", scalar.value))⟩"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  @Test("What can't be seen is said in words")
  func unseen() {
    #expect(Markup.escaped("a\0b\u{1B}c\u{7F}") == "a\u{2400}b\u{241B}c\u{2421}")
    #expect(Markup.escaped("\u{202E}txet\u{202C}") == "⟨U+202E⟩txet⟨U+202C⟩")
    #expect(Markup.escaped("\u{E0041}") == "⟨U+E0041⟩")
    // Persian and emoji are spelt with joiners.
    #expect(Markup.escaped("می\u{200C}خواهم") == "می\u{200C}خواهم")
  }

  @Test("Numbers are grouped, shares are never rounded to nothing")
  func numerals() {
    #expect(
      [0, 999, 1000, 1_234_567, -1234].map(Numerals.grouped)
        == ["0", "999", "1,000", "1,234,567", "−1,234"]
    )
    #expect(Numerals.share(1, of: 3) == "33.3 %" && Numerals.share(1, of: 1_000_000) == "< 0.1 %")
    #expect(Numerals.share(0, of: 0) == "0 %")
    #expect(Numerals.size(999) == "999 B" && Numerals.size(20_849_000) == "20.8 MB")
  }
}
