/// A name that was put into a generated article, and what must become of it.
struct GoldMention: Sendable {
  /// How the name stands in the text; figures are told apart by it.
  enum Kind: String, CaseIterable, Sendable {
    case full, patronymic, initials, turned, surname, hyphen, possessive, place
    /// One of two of the gazetteer's persons with one surname, in full.
    case namesake
    /// A bare surname in an article that names a relative too.
    case shared
    /// Somebody who has a listed person's surname and another given name.
    case relative
  }

  /// In bytes of the article, signs for a soft letter at the end included.
  let span: Range<Int>
  let surface: String
  let kind: Kind
  /// The gazetteer's id; nil where no entity of the gazetteer may be linked.
  let entity: String?
  /// What must stand there in the press's style; nil where it must stay as it is.
  let wanted: String?
  /// What spelled it: a scheme's id, or `press`.
  let spelledBy: String
}

/// A text with all names that were put into it, in order.
struct GeneratedArticle: Sendable {
  var text = ""
  var mentions: [GoldMention] = []
}
