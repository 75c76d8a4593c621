/// One word of a name, read in every orthography that its letters call for.
///
/// Making one costs more than comparing two: keep those that are compared again.
package struct SpelledToken: Sendable {
  static let mostReadings = 4
  private(set) var readings = InlineArray<4, Phonemes>(repeating: Phonemes())
  private(set) var count = 0
  /// The given names that it may be; none where the table doesn't know it.
  var given = GivenSet()

  /// No word: every comparison with it fails.
  init() {}

  /// Reads a word's letters; marks, digits and other scripts are silent.
  init(_ word: LetterRun) {
    Orthographies.read(word) { add(Phonemes($0)) }
  }

  /// Reads a word in UTF-8.
  package init(utf8: Span<UInt8>) {
    self.init(LetterRun(utf8: utf8))
  }

  /// Reads a word.
  package init(_ word: String) { self.init(utf8: word.utf8.span) }

  private mutating func add(_ reading: Phonemes) {
    guard count < Self.mostReadings, reading.count > 0 else { return }
    for place in 0..<count where readings[place].isSame(as: reading) { return }
    readings[count] = reading
    count += 1
  }
}
