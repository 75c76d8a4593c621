import Foundation
import Testing
import WinnowNames
import WinnowText

/// Sentences in which a name is not what it looks like, one a line of `Fixtures/distractors.tsv`.
@Suite struct DistractorTests {
  struct Sentence: Sendable, CustomTestStringConvertible {
    let text: String
    let surfaces: [String]
    /// Entities that the surfaces must not be linked to; nil where any may be.
    let forbidden: [String]?
    /// Whether it is known to go wrong, and by what rule it might be mended.
    let isKnown: Bool
    var testDescription: String { text }

    init?(_ line: Substring) {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count >= 3, !line.hasPrefix("#") else { return nil }
      text = columns[0]
      surfaces = columns[1].split(separator: "|").map(String.init)
      let others = columns.count > 3 ? columns[3].split(separator: "|").map(String.init) : []
      forbidden = others == ["any"] ? nil : others
      isKnown = columns.count > 4 && columns[4] == "known"
    }

    func isForbidden(_ entity: String) -> Bool {
      guard let forbidden else { return false }
      return forbidden.isEmpty ? !entity.hasPrefix("doc:") : forbidden.contains(entity)
    }
  }

  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/distractors.tsv")

  @Test("Nothing that only looks like a name is linked or spelt anew")
  func sentences() throws {
    let sentences = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n")
      .compactMap(Sentence.init)
    #expect(sentences.count > 300)
    let names = Names(try ShippedNames.gazetteer.get(), style: .press, action: .rewrite)
    for sentence in sentences {
      if sentence.isKnown {
        withKnownIssue("\(sentence.text)") { expectNothing(of: sentence, names) }
      } else {
        expectNothing(of: sentence, names)
      }
    }
  }

  private func expectNothing(of sentence: Sentence, _ names: Names) {
    let document = Document(utf8: Array((sentence.text + "\n").utf8))
    let settled = names.settle(document, language: Language.detect(document.text))
    for surface in sentence.surfaces {
      #expect(sentence.text.contains(surface), "\(sentence.text)")
      for mention in settled.mentions
      where surface.contains(mention.surface) || mention.surface.contains(surface) {
        let told =
          "\(sentence.text): \(mention.action) \(mention.name ?? "") \(mention.entity ?? "")"
        #expect(mention.action != .rewrite, "\(told)")
        #expect(!(mention.entity.map(sentence.isForbidden) ?? false), "\(told)")
      }
    }
  }
}
