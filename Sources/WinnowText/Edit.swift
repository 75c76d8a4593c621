/// A span of the text that differs from the original, with what stood there and the rule that did it.
package struct Edit: Equatable, Sendable {
  /// Where it is in the text, in bytes; empty where something was only taken out.
  package var at: Range<Int>
  /// What stood there, as a span of the decoded original, in bytes; empty where something was put in.
  package var was: Range<Int>
  /// Which rule did it.
  package var rule: String
}

/// What a pass wants changed in a text: a span, what to put there, and the rule that says so.
package struct Change: Equatable, Sendable {
  /// A span of the text in bytes, on scalar boundaries.
  package let at: Range<Int>
  package let replacement: [UInt8]
  package let rule: String

  package init(at: Range<Int>, replacement: [UInt8] = [], rule: String) {
    self.at = at
    self.replacement = replacement
    self.rule = rule
  }
}
