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
    var mentions = mentions(in: document.text, language)
    let changes = mentions.filter { $0.action == .rewrite }.map {
      Change(at: $0.at, replacement: Array(($0.name ?? "").utf8), rule: "names.\($0.entity ?? "")")
    }
    let settled = document.applying(changes)
    Self.move(&mentions, to: settled.text)
    return Settled(document: settled, mentions: mentions)
  }

  /// The mentions alone: words and links, which are many, are gone when the next text is made.
  private func mentions(in text: [UInt8], _ language: String?) -> [Mention] {
    var linker = Linker(text, gazetteer)
    linker.run()
    let isEnglish = language.map { $0 == "en" } ?? Surroundings.isEnglish(linker.tokens)
    let isForeign = style == .press && !isEnglish
    var policy = Policy(
      linker,
      speller: Speller(style, gazetteer),
      isAllowed: action == .rewrite && !isForeign
    )
    return linker.links.map { policy.mention($0) }
  }

  /// Moves the mentions to their places in the new text.
  ///
  /// Two changes that share an edit can't both be made: a mention that isn't where it should be is
  /// left out.
  private static func move(_ mentions: inout [Mention], to text: [UInt8]) {
    var shift = 0
    var kept = 0
    for number in mentions.indices {
      let mention = mentions[number]
      let new = mention.action == .rewrite ? mention.name ?? "" : mention.surface
      let start = mention.at.lowerBound + shift
      let at = start..<start + new.utf8.count
      guard at.upperBound <= text.count, text[at].elementsEqual(new.utf8) else { continue }
      shift += new.utf8.count - mention.at.count
      mentions[number].at = at
      mentions.swapAt(kept, number)
      kept += 1
    }
    mentions.removeLast(mentions.count - kept)
  }
}
