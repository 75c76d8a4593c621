import WinnowText

/// Finds the names of a document and settles how they are spelt.
package struct Names: Sendable {
  /// A document with its names settled, and every mention in it.
  package struct Settled: Sendable {
    package let document: Document
    package let mentions: [Mention]
  }

  /// Whether spellings are changed, or only told of.
  package enum Action: String, CaseIterable, Sendable {
    case rewrite, annotate
  }

  private let gazetteer: Gazetteer
  private let style: Style
  private let action: Action

  package init(_ gazetteer: Gazetteer, style: Style, action: Action) {
    self.gazetteer = gazetteer
    self.style = style
    self.action = action
  }

  /// Finds the names; changes the spelling only of those that are certain and unambiguous.
  ///
  /// The press's spelling is for English texts: in a text of another language nothing is changed to it.
  package func settle(_ document: Document, language: String?) -> Settled {
    var linker = Linker(document.text, gazetteer)
    linker.run()
    let isEnglish = language.map { $0 == "en" } ?? Surroundings.isEnglish(linker.tokens)
    let isForeign = style == .press && !isEnglish
    var policy = Policy(
      linker: linker,
      gazetteer: gazetteer,
      speller: Speller(style, gazetteer),
      isAllowed: action == .rewrite && !isForeign
    )
    let mentions = linker.links.map { policy.mention($0) }
    let changes = mentions.filter { $0.action == .rewrite }.map {
      Change(at: $0.at, replacement: Array(($0.name ?? "").utf8), rule: "names.\($0.entity ?? "")")
    }
    let settled = document.applying(changes)
    return Settled(document: settled, mentions: Self.moved(mentions, to: settled.text))
  }

  /// The mentions at their places in the new text.
  ///
  /// Two changes that share an edit can't both be made: a mention that isn't where it should be is
  /// left out.
  private static func moved(_ mentions: [Mention], to text: [UInt8]) -> [Mention] {
    var shift = 0
    return mentions.compactMap { mention in
      var moved = mention
      let new = mention.action == .rewrite ? mention.name ?? "" : mention.surface
      let start = mention.at.lowerBound + shift
      moved.at = start..<start + new.utf8.count
      guard moved.at.upperBound <= text.count, text[moved.at].elementsEqual(new.utf8) else {
        return nil
      }
      shift += new.utf8.count - mention.at.count
      return moved
    }
  }
}
