/// The rewrites of a scheme laid out flat, so that reading them counts no references; a class, so that
/// going through all schemes copies nothing.
final class RewriteTable: Sendable {
  private struct Entry: Sendable {
    let before: LetterSet
    let after: LetterSet
    /// In `letters`.
    let wanted: Range<Int32>
    /// In `latin`: in small letters, with a first capital, in capitals.
    let small, titled, capital: Range<Int32>
    /// In `folded`.
    let plain: Range<Int32>
  }

  private let letters: [UInt8]
  private let latin: [UInt8]
  private let folded: [UInt8]
  private let entries: [Entry]
  /// For each code of a letter the first of its entries; those of the next code follow.
  private let firsts: [Int]

  /// Takes, for each code of a letter, the rewrites that begin with it, by precedence.
  init(_ rewrites: [[Rewrite]]) {
    var (letters, latin, folded): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
    var entries: [Entry] = []
    var firsts: [Int] = []
    for list in rewrites {
      firsts.append(entries.count)
      for rewrite in list {
        let entry = Entry(
          before: rewrite.before,
          after: rewrite.after,
          wanted: Self.store(rewrite.letters, in: &letters),
          small: Self.store(rewrite.latin.written(.none), in: &latin),
          titled: Self.store(rewrite.latin.written(.first), in: &latin),
          capital: Self.store(rewrite.latin.written(.all), in: &latin),
          plain: Self.store(FoldedLetters(rewrite.latin.written(.none).span).letters, in: &folded)
        )
        entries.append(entry)
      }
    }
    firsts.append(entries.count)
    self.letters = letters
    self.latin = latin
    self.folded = folded
    self.entries = entries
    self.firsts = firsts
  }

  private static func store(_ bytes: [UInt8], in pool: inout [UInt8]) -> Range<Int32> {
    let start = Int32(pool.count)
    pool += bytes
    return start..<Int32(pool.count)
  }

  /// Writes what the first rewrite that fits makes of the letters from a place on.
  ///
  /// Gives the number of letters that it takes; 0 where none fits.
  func rewrite(_ text: CyrillicText, at place: Int, to output: inout [UInt8]) -> Int {
    let code = Int(text.codes[place])
    for index in firsts[code]..<firsts[code + 1] where fits(entries[index], text.codes, place) {
      let entry = entries[index]
      let written =
        switch text.capitals(at: place, count: entry.wanted.count) {
        case .none: entry.small
        case .first: entry.titled
        case .all: entry.capital
        }
      for byte in written { output.append(latin[Int(byte)]) }
      return entry.wanted.count
    }
    return 0
  }

  /// Whether a text romanised has these letters when it is folded.
  ///
  /// Most words that a scheme is asked of differ in their first letters, where this ends.
  func spells(_ text: CyrillicText, as latin: Span<UInt8>) -> Bool {
    var place = text.places.lowerBound
    var next = 0
    func isNext(_ letter: UInt8) -> Bool {
      next += 1
      return next <= latin.count && latin[next - 1] == letter
    }
    while place < text.places.upperBound {
      let code = Int(text.codes[place])
      let fitting = (firsts[code]..<firsts[code + 1]).first { fits(entries[$0], text.codes, place) }
      if let fitting {
        for byte in entries[fitting].plain where !isNext(folded[Int(byte)]) { return false }
        place += entries[fitting].wanted.count
      } else {
        var isSame = true
        FoldedLetters.fold(text.scalars[place]) { isSame = isNext($0) && isSame }
        if !isSame { return false }
        place += 1
      }
    }
    return next == latin.count
  }

  private func fits(_ entry: Entry, _ codes: [UInt8], _ place: Int) -> Bool {
    if entry.before & 1 << codes[place - 1] == 0 { return false }
    var next = place
    // A text ends with a code of no letter, so that the comparison never runs over its end.
    for letter in entry.wanted {
      if codes[next] != letters[Int(letter)] { return false }
      next += 1
    }
    return entry.after & 1 << codes[next] != 0
  }
}
