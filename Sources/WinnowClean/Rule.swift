/// One kind of boilerplate, as an editor described it in a rule file.
package struct Rule: Equatable, Sendable {
  /// Where in a document a rule may act.
  package enum Place: String, Sendable, CaseIterable {
    case anywhere
    /// Only before the first or after the last paragraph of prose.
    case outside
  }

  /// How a pattern lies in a line.
  package enum Way: String, Sendable, CaseIterable {
    /// It is the whole line.
    case lines
    /// A short line begins with it.
    case starts
    /// A short line ends with it.
    case ends
    /// It begins where a sentence of the line begins and runs to the line's end; only that part goes.
    case parts
  }

  /// The languages' own name for it: `en.share`.
  package let id: String
  /// BCP 47, or "any".
  package let language: String
  /// A phrase that ends the sentence "this line is".
  package let why: String
  package let place: Place
  package let patterns: [Way: [String]]
  /// Lines that it must remove, all or a part of them.
  package let removes: [String]
  /// Lines that it must leave alone.
  package let keeps: [String]
  /// The name of the file it comes from.
  package let file: String
  /// The line of the file where it begins, counted from 1.
  package let line: Int
}
