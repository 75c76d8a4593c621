/// What the words around a place's name say of it.
enum Surroundings {
  /// Words before a name that make it a place: in, near, from.
  private static let inside = keys(
    "in near from to at of outside around toward towards through across over inside leaving "
      + "city town village region district oblast"
  )

  /// States, provinces and countries in which towns have names of the region's.
  private static let abroad = keys(
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii "
      + "Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan "
      + "Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania "
      + "Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming Ontario Quebec Manitoba "
      + "Saskatchewan Alberta Scotland England Wales Ireland Australia Canada USA US Ala Ariz Ark "
      + "Calif Colo Conn Del Fla Ga Ida Ill Ind Kan Ky La Mass Md Me Mich Minn Miss Mo Mont Neb Nev "
      + "Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo Ont"
  )
  private static let directions = keys("New North South West Dakota Carolina Jersey York Hampshire")

  private static func keys(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { FoldedKey(String($0)).value })
  }

  /// Whether a comma and another country's state follow: Odessa, Texas.
  static func isAbroad(after place: Int, _ tokens: [NameToken], _ text: [UInt8]) -> Bool {
    guard place + 1 < tokens.count, tokens[place + 1].joint == .comma, tokens[place + 1].isCapital
    else { return false }
    if abroad.contains(tokens[place + 1].key) { return true }
    return place + 2 < tokens.count && directions.contains(tokens[place + 1].key)
      && directions.contains(tokens[place + 2].key)
  }

  /// Whether the word before says that a place is meant.
  static func isInside(_ place: Int, _ tokens: [NameToken], _ text: [UInt8]) -> Bool {
    guard place > 0, tokens[place].joint == .space else { return false }
    return inside.contains(tokens[place - 1].key)
  }

  /// Words of a sentence about how a name is written.
  private static let spelling = keys(
    "spell spells spelled spelt spelling spellings misspelled misspelt transliterate transliterated "
      + "transliteration romanised romanized romanisation romanization written pronounced"
  )

  /// Whether the sentence is about spelling.
  static func isAboutSpelling(_ place: Int, _ tokens: [NameToken]) -> Bool {
    var start = place
    while start > 0, tokens[start].joint != .start { start -= 1 }
    var end = place + 1
    while end < tokens.count, tokens[end].joint != .start { end += 1 }
    return tokens[start..<end].contains { spelling.contains($0.key) }
  }

  /// The sentence that a word stands in, as the place of its first word.
  static func sentence(_ place: Int, _ tokens: [NameToken]) -> Int {
    var start = place
    while start > 0, tokens[start].joint != .start { start -= 1 }
    return start
  }
}
