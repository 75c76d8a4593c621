import WinnowText

/// What the letters of a Cyrillic name say of its language.
package enum NameSpelling {
  /// The text in NFC with single spaces, and one kind of apostrophe between letters.
  package static func tidied(_ text: String) -> String {
    let composed = CanonicalComposition.compose(Array(text.utf8))
    let words = String(decoding: composed, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    let spaced = Array(words.joined(separator: " "))
    var tidy = ""
    for (place, character) in spaced.enumerated() {
      let isInside = place > 0 && spaced[place - 1].isLetter && place + 1 < spaced.count
      let isApostrophe = "’ʼ".contains(character) && isInside && spaced[place + 1].isLetter
      tidy.append(isApostrophe ? "'" : character)
    }
    return tidy
  }

  /// Whether any letter is Cyrillic.
  package static func hasCyrillic(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x400...0x52F).contains($0.value) }
  }

  /// Whether there are letters, and all of them are Latin.
  package static func isLatin(_ text: String) -> Bool { script(of: text) == .latin }

  /// Whether a name has Cyrillic letters of this language alone, and words of Latin ones at most beside.
  package static func isSpelt(_ name: String, in language: CyrillicLanguage) -> Bool {
    var hasCyrillic = false
    for word in words(of: name) {
      switch script(of: word) {
      case .latin?: continue
      case .cyrillic? where isInAlphabet(word, language): hasCyrillic = true
      default: return false
      }
    }
    return hasCyrillic
  }

  /// The languages that a name of these countries can be written in, by letters and pairs of letters.
  static func languages(of name: String) -> Set<CyrillicLanguage> {
    Set(CyrillicLanguage.allCases.filter { isSpelt(name, in: $0) && isLikely(name, in: $0) })
  }

  /// The language that a word's ending is of: of an adjective, a patronymic or a surname.
  ///
  /// The word must not be a given name.
  static func language(ofEnding word: String, isPerson: Bool) -> CyrillicLanguage? {
    let word = word.lowercased()
    if let found = endings.first(where: { word.hasSuffix($0.ending) }) { return found.language }
    return isPerson && ukrainianSurnames.contains(where: word.hasSuffix) ? .uk : nil
  }

  /// Whether Belarusian is unlikely: it writes о under the stress alone, so hardly two, or one in -ко.
  static func hasUnstressedO(_ name: String) -> Bool {
    words(of: name).contains { word in
      let word = folded(word)
      return word.count { $0 == "о" } > 1 || word.hasSuffix("ко")
    }
  }

  enum Script {
    case latin, cyrillic
  }

  /// The one script of a word's letters; nil where there are two, or another.
  static func script(of word: some StringProtocol) -> Script? {
    var found: Script?
    for scalar in word.unicodeScalars where scalar.properties.isAlphabetic && scalar != "ʼ" {
      let script: Script
      switch scalar.value {
      case 0x41...0x24F, 0x1E00...0x1EFF: script = .latin
      case 0x400...0x52F: script = .cyrillic
      default: return nil
      }
      if let found, found != script { return nil }
      found = script
    }
    return found
  }

  private static func words(of name: String) -> [Substring] {
    name.split { !$0.isLetter && !isApostrophe($0) }.filter { $0.contains(where: \.isLetter) }
  }

  private static func isApostrophe(_ character: Character) -> Bool { "'’ʼ".contains(character) }

  private static func isInAlphabet(_ word: Substring, _ language: CyrillicLanguage) -> Bool {
    let letters = alphabets[language] ?? []
    return folded(word).unicodeScalars.allSatisfy { letters.contains($0) }
  }

  private static let alphabets = Dictionary(
    uniqueKeysWithValues: CyrillicLanguage.allCases.map { ($0, Set($0.alphabet.unicodeScalars)) }
  )

  /// In small letters, with the apostrophe of the alphabets.
  private static func folded(_ word: Substring) -> String {
    String(word.lowercased().map { isApostrophe($0) ? "’" : $0 })
  }

  private static func isLikely(_ name: String, in language: CyrillicLanguage) -> Bool {
    let words = words(of: name).map { folded($0) }
    switch language {
    case .be: return !words.contains(where: isHardlyBelarusian)
    case .ru: return true
    // After a soft sign Ukrainian has є.
    case .uk: return words.allSatisfy { !$0.contains("ье") }
    }
  }

  /// Whether a word softens ж ч ш р, which Belarusian never does, or т д, which it makes ц дз, or has в
  /// after a vowel at the end of a syllable, where it has ў.
  private static func isHardlyBelarusian(_ word: String) -> Bool {
    let letters = Array(word.unicodeScalars)
    return letters.indices.dropFirst().contains { place in
      let (first, second) = (letters[place - 1], letters[place])
      if hard.contains(first), softening.contains(second) { return true }
      guard second == "в", vowels.contains(first) else { return false }
      guard place + 1 < letters.count else { return true }
      return !vowels.contains(letters[place + 1])
        && !"ь’".unicodeScalars.contains(letters[place + 1])
    }
  }

  private static let hard = Set("жчшртд".unicodeScalars)
  private static let softening = Set("еёіюяь".unicodeScalars)
  private static let vowels = Set("аеёиіоуыэюя".unicodeScalars)

  private static let endings: [(ending: String, language: CyrillicLanguage)] = [
    ("віч", .be), ("скі", .be), ("цкі", .be), ("ьевич", .ru), ("ский", .ru), ("цкий", .ru),
    ("йович", .uk), ("ївна", .uk), ("івна", .uk), ("ський", .uk), ("цький", .uk), ("ська", .uk),
    ("цька", .uk), ("ець", .uk),
  ]

  /// Russian surnames have -ёв for the first two and -ый for the others.
  private static let ukrainianSurnames = [
    "йов", "ьов", "бий", "вий", "дий", "лий", "ний", "рий", "сий", "тий",
  ]
}
