/// The numbers that stand for letters; 0 is no letter, 1 a word's end.
enum Letter {
  /// The letters that orthographies tell apart; a letter's number is its place here, from 1.
  private static let alphabet: [Character] = Array(
    ".abcdefghijklmnopqrstuvwxyzčšžćśźńłżŭěóąęöüäïýđřďťňëâûŝ"
      + "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя"
  )

  /// Letters that are read as another one.
  private static let readAs: [(Character, Character)] = [
    ("á", "a"), ("à", "a"), ("ā", "a"), ("ã", "a"), ("å", "o"), ("ç", "s"), ("é", "e"), ("è", "e"),
    ("ê", "e"), ("ē", "e"), ("ė", "e"), ("í", "i"), ("ì", "i"), ("î", "i"), ("ī", "i"), ("ñ", "ń"),
    ("ò", "o"), ("ô", "o"), ("õ", "o"), ("ō", "o"), ("ő", "ö"), ("ø", "ö"), ("ù", "u"), ("ú", "u"),
    ("ū", "u"), ("ů", "u"), ("ű", "ü"), ("ÿ", "ý"), ("ģ", "g"), ("ğ", "g"), ("ķ", "k"), ("ļ", "l"),
    ("ņ", "ń"), ("ŗ", "r"), ("ĺ", "l"), ("ľ", "l"), ("ŕ", "r"), ("ş", "š"), ("ţ", "t"), ("ĭ", "j"),
    ("ĝ", "g"), ("ĵ", "j"), ("ŷ", "ý"), ("ŵ", "w"), ("ŏ", "o"), ("ă", "a"), ("ı", "i"), ("ĉ", "č"),
  ]

  private static let marks: [(letter: Character, mark: UInt32, joined: Character)] = [
    ("c", 0x30C, "č"), ("s", 0x30C, "š"), ("z", 0x30C, "ž"), ("e", 0x30C, "ě"), ("r", 0x30C, "ř"),
    ("d", 0x30C, "ď"), ("t", 0x30C, "ť"), ("n", 0x30C, "ň"), ("u", 0x306, "ŭ"), ("c", 0x301, "ć"),
    ("s", 0x301, "ś"), ("z", 0x301, "ź"), ("n", 0x301, "ń"), ("o", 0x301, "ó"), ("z", 0x307, "ż"),
    ("y", 0x301, "ý"), ("a", 0x302, "â"), ("u", 0x302, "û"), ("s", 0x302, "ŝ"), ("e", 0x308, "ë"),
    ("i", 0x308, "ï"), ("o", 0x308, "ö"), ("u", 0x308, "ü"), ("a", 0x308, "ä"), ("a", 0x328, "ą"),
    ("e", 0x328, "ę"), ("и", 0x306, "й"), ("у", 0x306, "ў"), ("е", 0x308, "ё"), ("і", 0x308, "ї"),
  ]

  static let size = 96
  static let end: UInt8 = 1
  static let tableSize = UInt32(0x4A0)

  /// Letters by scalar value, up to the Cyrillic ґ.
  static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: Int(tableSize))
    func set(_ character: Character, _ number: UInt8) {
      for form in [String(character), character.uppercased()] {
        guard let scalar = form.unicodeScalars.first, form.unicodeScalars.count == 1,
          scalar.value < tableSize
        else { continue }
        table[Int(scalar.value)] = number
      }
    }
    // The parts of a double name are read apart.
    set("-", end)
    for letter in alphabet.dropFirst() { set(letter, number(letter)) }
    for (letter, other) in readAs { set(letter, number(other)) }
    return table
  }()

  static func number(_ character: Character) -> UInt8 {
    UInt8((alphabet.firstIndex(of: character) ?? -1) + 1)
  }

  private static let joins: [UInt32: UInt8] = Dictionary(
    uniqueKeysWithValues: marks.map {
      (UInt32(number($0.letter)) << 16 | $0.mark, number($0.joined))
    }
  )

  /// The letter with a combining mark; nil where the mark says nothing.
  static func joined(_ letter: UInt8, mark: UInt32) -> UInt8? { joins[UInt32(letter) << 16 | mark] }
}
