/// A name at a place of a text, and what it stands for.
package struct Mention: Sendable {
  /// What is done about its spelling.
  package enum Action: String, Sendable {
    /// It is spelled as the style wants it, or not to be touched.
    case keep
    /// It is replaced by `name`.
    case rewrite
    /// It may stand for `name`, or for one of the candidates, and is left as it is.
    case annotate
  }

  /// In bytes of the text that `Names` returns.
  package internal(set) var at: Range<Int>
  /// As it was spelt.
  package let surface: String
  /// As the style spells it; nil where the entity is not known.
  package let name: String?
  /// The gazetteer's id; `doc:` and a name that holds within the document for one not listed; nil
  /// where several are meant.
  package let entity: String?
  package let kind: Entity.Kind
  package let action: Action
  /// 0 to 1.
  package let confidence: Double
  /// The scheme that explains the spelling, or the rule that linked it.
  package let why: String
  /// Who else may be meant, or how it should perhaps be spelt, the likeliest first.
  package let candidates: [Candidate]

  package struct Candidate: Equatable, Sendable {
    package let entity: String
    package let name: String
  }
}
