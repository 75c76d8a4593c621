/// What language a text is written in.
package enum Language {
  /// Texts are judged by this many bytes from their beginning.
  private static let sample = 8192

  /// The BCP 47 tag of a text's language; nil where there is too little of it to tell.
  ///
  /// The script decides where it is one language's alone; else its function words do.
  package static func detect(_ text: [UInt8]) -> String? {
    let lines = text.split(separator: 0x0A).map(\.indices)
    return detect(text, lines: lines) { keys(text, lines[$0])[...] }
  }

  private static func keys(_ text: [UInt8], _ span: Range<Int>) -> [UInt64] {
    Words.split(text, span).lazy.filter { !$0.isMark }.map(\.key)
  }

  /// The same for a text whose lines are known; `words` gives the keys of a line's words, without
  /// marks, by its number.
  package static func detect(
    _ text: [UInt8],
    lines: [Range<Int>],
    words: (Int) -> ArraySlice<UInt64>
  ) -> String? {
    var end = min(text.count, sample)
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    switch Script.dominant(in: text, upTo: end) {
    case nil: return nil
    case .latin, .cyrillic: break
    case let script?: return script.language
    }
    var count = FunctionWordCount()
    for (number, line) in lines.enumerated() where line.lowerBound < end {
      let isCut = line.upperBound > end
      count.add(isCut ? keys(text, line.lowerBound..<end)[...] : words(number))
    }
    return count.language
  }
}

/// How many function words of each language a text has.
private struct FunctionWordCount {
  private var hits = [Int](repeating: 0, count: FunctionWords.languages.count)
  private var count = 0
  private let table = FunctionWords.slots

  mutating func add(_ words: ArraySlice<UInt64>) {
    count += words.count
    for key in words {
      var languages = FunctionWords.languages(of: key, in: table)
      while languages != 0 {
        hits[languages.trailingZeroBitCount] += 1
        languages &= languages - 1
      }
    }
  }

  /// The language with the most, where that is beyond doubt.
  var language: String? {
    let ranked = hits.indices.sorted { (hits[$0], $1) > (hits[$1], $0) }
    guard let best = ranked.first, let second = ranked.dropFirst().first else { return nil }
    // A headline of a few words has none or one: then nothing is said.
    let isPlain = hits[best] >= 3 && hits[best] * 10 >= count
    return isPlain && hits[best] * 5 >= hits[second] * 6 ? FunctionWords.languages[best] : nil
  }
}

/// A writing system, as far as it tells languages apart.
private enum Script: Int, CaseIterable {
  case latin, cyrillic, greek, han, kana, hangul, hebrew, arabic, thai, georgian, armenian,
    devanagari

  /// The one language that is written in it, or the one that is most.
  var language: String? {
    switch self {
    case .latin, .cyrillic: nil
    case .greek: "el"
    case .han: "zh"
    case .kana: "ja"
    case .hangul: "ko"
    case .hebrew: "he"
    // Arabic, Persian and Urdu share the script, as Hindi and Marathi do theirs.
    case .arabic, .devanagari: nil
    case .thai: "th"
    case .georgian: "ka"
    case .armenian: "hy"
    }
  }

  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F: self = .cyrillic
    case 0x531...0x58F: self = .armenian
    case 0x590...0x5FF: self = .hebrew
    case 0x600...0x6FF: self = .arabic
    case 0x900...0x97F: self = .devanagari
    case 0xE00...0xE7F: self = .thai
    case 0x10A0...0x10FF: self = .georgian
    case 0x3041...0x30FF: self = .kana
    case 0x3400...0x4DBF, 0x4E00...0x9FFF: self = .han
    case 0x1100...0x11FF, 0xAC00...0xD7A3: self = .hangul
    default: return nil
    }
  }

  /// The script of more than half of the letters; Japanese is known by its kana among the Han signs.
  static func dominant(in text: [UInt8], upTo end: Int) -> Script? {
    var counts = [Int](repeating: 0, count: allCases.count)
    var at = 0
    while at < end {
      if text[at] < 0x80 {
        let (letters, length) = asciiLetters(in: text, at..<end)
        counts[Script.latin.rawValue] += letters
        at += length
        continue
      }
      let (scalar, length) = text.scalar(at: at)
      if let script = Script(scalar) { counts[script.rawValue] += 1 }
      at += length
    }
    let all = counts.reduce(0, +)
    guard all >= 12 else { return nil }
    let (han, kana) = (counts[Script.han.rawValue], counts[Script.kana.rawValue])
    if (han + kana) * 2 > all { return kana * 10 >= han ? .kana : .han }
    return allCases.first { counts[$0.rawValue] * 2 > all }
  }

  /// How many letters the ASCII that a span begins with has, and how long it is, as far as was looked.
  private static func asciiLetters(
    in text: [UInt8],
    _ span: Range<Int>
  ) -> (letters: Int, length: Int) {
    text.withUnsafeBufferPointer { text in
      var letters = 0
      var at = span.lowerBound
      while at + 8 <= span.upperBound {
        let eight = EightBytes(text, at: at)
        if !eight.isASCII { break }
        letters += eight.letters
        at += 8
      }
      while at < span.upperBound, text[at] < 0x80 {
        if (text[at] | 0x20) &- 0x61 < 26 { letters += 1 }
        at += 1
      }
      return (letters, at - span.lowerBound)
    }
  }
}
