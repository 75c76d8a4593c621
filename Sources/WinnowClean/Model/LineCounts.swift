/// What one walk over a line's characters finds.
package struct LineCounts: Sendable, Equatable {
  /// How a line begins.
  package enum Beginning: Int, Sendable {
    case other
    case lowerCase, upperCase, digit
    /// A bullet, a symbol, a dash.
    case bullet
    /// A bracket or a quotation mark.
    case bracket
  }

  package var characters = 0
  /// A character of a script without spaces counts as three fifths of a word.
  package var words = 0
  package var letters = 0
  package var digits = 0
  package var upper = 0
  /// Words that begin in upper case.
  package var titled = 0
  /// Words of two letters or more in upper case throughout.
  package var capitals = 0
  /// Ends of sentences.
  package var stops = 0
  package var commas = 0
  package var separators = 0
  package var colons = 0
  package var quotes = 0
  package var brackets = 0
  package var endsSentence = false
  package var endsWithColon = false
  package var endsWithDots = false
  package var beginning = Beginning.other
  package var hasClock = false
  package var hasYear = false
  package var hasAddress = false
  package var numbers = 0
  package var hasCopyright = false
  /// Characters of scripts without spaces.
  package var dense = 0
  /// The longest word.
  package var longest = 0
  package var dashes = 0
  package var tokens = 0
  package var exclamations = 0
  package var endsWithComma = false
  package var guillemets = 0

  /// A paragraph, as far as one line can say.
  var isProse: Bool { words >= 10 && (endsSentence || words >= 20) }

  /// A paragraph for certain.
  var isStrictProse: Bool { words >= 10 && endsSentence }

  /// A few words, and no sentence.
  var isShort: Bool { words < 8 && !endsSentence }

  /// Words for sums, in which one line should not outweigh all others.
  var cappedWords: Double { Double(min(words, 60)) }
}
