/// Why the model takes a line for what it does.
package struct LineReason: Sendable, Equatable {
  /// What the reason is about.
  package let topic: Topic
  /// How much it adds to the log-odds; below zero it speaks for taking the line out.
  package let weight: Float
  private let side: Side

  /// Where the line stands to the article's paragraphs.
  private enum Side { case before, inside, after }

  package enum Topic: Int, Sendable, CaseIterable {
    case words, form, place, neighbours, repeats, vocabulary, page, edges
    /// What an earlier pass says of the line itself; its reasons stand for it.
    case judgement
  }

  /// The line may come before the article's first paragraph, after its last, or between them.
  init(_ topic: Topic, _ weight: Float, isBefore: Bool, isAfter: Bool) {
    self.topic = topic
    self.weight = weight
    side = isBefore ? .before : isAfter ? .after : .inside
  }

  /// The reason in words, such as "words that menus use".
  package var phrase: String {
    let isAgainst = weight < 0
    return switch topic {
    case .words: isAgainst ? "words that menus use" : "words that articles use"
    case .form: isAgainst ? "written like a label" : "written like a sentence"
    case .place:
      switch side {
      case .before:
        isAgainst ? "before the article's first paragraph" : "just above the first paragraph"
      case .after:
        isAgainst ? "after the article's last paragraph" : "just below the last paragraph"
      case .inside: isAgainst ? "in a gap of the article" : "inside the article"
      }
    case .neighbours:
      isAgainst ? "a few words among menu lines" : "among the article's paragraphs"
    case .repeats: isAgainst ? "it repeats other lines" : "it repeats no other line"
    case .vocabulary:
      isAgainst ? "shares no words with the article" : "shares its words with the article"
    case .page: isAgainst ? "a page with little text" : "a page that is mostly text"
    case .edges:
      isAgainst ? "near words that come after articles" : "far from words that end an article"
    case .judgement: isAgainst ? "like other lines that go" : "like other lines that stay"
    }
  }
}

extension LineReason.Topic {
  /// What a column is about.
  init(column: String) { self = Self.byColumn[column] ?? .judgement }

  private static let byColumn: [String: Self] = {
    var topics: [String: Self] = [:]
    for column in LineColumns.beforeTrees { topics[column] = Self(reading: column) }
    return topics
  }()

  private init(reading column: String) {
    let parts = column.split(separator: ".", maxSplits: 1)
    let name = parts.last.map(String.init) ?? column
    if parts.count == 2 {
      self = parts[0] == "edge" ? Self(edge: name) : Self(pass: name)
      return
    }
    guard let group = FeatureGroup.all.firstIndex(where: { $0.names.contains(name) }) else {
      self = .judgement
      return
    }
    switch name {
    case "run", "run_from", "run_to", "shape_prev", "shape_next": self = .neighbours
    case "long_ended_doc": self = .page
    case _ where name.hasPrefix("st_"): self = .place
    default: self = Self.byGroup[group]
    }
  }

  /// In the order of `FeatureGroup.all`.
  private static let byGroup: [Self] = [
    .form, .place, .neighbours, .neighbours, .repeats, .vocabulary, .page, .neighbours, .neighbours,
  ]

  private init(edge name: String) {
    self = name == "lex" ? .words : name == "lex3" ? .neighbours : .edges
  }

  private init(pass name: String) {
    switch name {
    case "z", "p": self = .judgement
    case "lexical": self = .words
    case "mass_all", "mass_share": self = .page
    case _ where name.hasPrefix("voc_"): self = .vocabulary
    case _ where name.hasPrefix("seg") || name.contains("mass_"): self = .place
    default: self = .neighbours
    }
  }
}
