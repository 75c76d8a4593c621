/// What a scheme writes for one or more letters, and between which others.
///
/// Written `(before)letters(after)=latin`, either bracket may be left out: `(start,vowel,ьъ)е=ye`,
/// `ий(end)=y`. A bracket holds letters and the names start, end, vowel, consonant, with commas
/// between them.
struct Rewrite {
  let before: LetterSet
  let letters: [UInt8]
  let after: LetterSet
  let latin: LatinLetters

  /// Whether it holds for a single letter wherever that stands.
  var isPlain: Bool {
    letters.count == 1 && before == CyrillicLetter.anything && after == CyrillicLetter.anything
  }

  /// Reads one; gives nil and what is wrong with it where it can't be read.
  static func read(_ text: Substring) -> (rewrite: Rewrite?, fault: String) {
    guard let sign = text.unicodeScalars.firstIndex(of: "=") else {
      return (nil, "'\(text)' wants letters = Latin, without spaces")
    }
    var rest = text[..<sign]
    let latin = text[text.unicodeScalars.index(after: sign)...]
    if latin.unicodeScalars.first?.properties.canonicalCombiningClass ?? .notReordered
      != .notReordered
    {
      return (nil, "'\(text)': Latin may not begin with a combining mark")
    }
    var sets = [CyrillicLetter.anything, CyrillicLetter.anything]
    if rest.first == "(" {
      guard let close = rest.firstIndex(of: ")"), let set = set(rest[..<close].dropFirst()) else {
        return (nil, "'\(text)': \(bracket)")
      }
      sets[0] = set
      rest = rest[rest.index(after: close)...]
    }
    if let open = rest.firstIndex(of: "(") {
      guard rest.last == ")", let set = set(rest[open...].dropFirst().dropLast()) else {
        return (nil, "'\(text)': \(bracket)")
      }
      sets[1] = set
      rest = rest[..<open]
    }
    let letters = rest.unicodeScalars.map { CyrillicLetter.code(of: $0) }
    if letters.isEmpty
      || letters.contains(where: { $0.code == CyrillicLetter.none || $0.isCapital })
    {
      return (nil, "'\(text)': wants small Cyrillic letters before '='")
    }
    let rewrite = Rewrite(
      before: sets[0],
      letters: letters.map(\.code),
      after: sets[1],
      latin: LatinLetters(String(latin))
    )
    return (rewrite, "")
  }

  private static let bracket =
    "a bracket wants letters, start, end, vowel or consonant, with commas between them"

  private static func set(_ text: Substring) -> LetterSet? {
    var set: LetterSet = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      switch part {
      case "start", "end": set |= CyrillicLetter.edge
      case "vowel": set |= CyrillicLetter.vowels
      case "consonant": set |= CyrillicLetter.consonants
      default:
        let letters = CyrillicLetter.set(of: String(part))
        if part.isEmpty || letters & CyrillicLetter.edge != 0 { return nil }
        set |= letters
      }
    }
    return set
  }
}
