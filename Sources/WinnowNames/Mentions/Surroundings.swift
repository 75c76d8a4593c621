/// What the words around a place's name say of it.
enum Surroundings {
  /// Words before a name that make it a place: in, near, from.
  private static let inside = keys(
    "in near outside around inside city town village region district oblast"
  )

  /// States, provinces and countries in which towns have names of the region's.
  private static let abroad = keys(abroadWords)
  private static let abroadWords =
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii "
    + "Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan "
    + "Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania "
    + "Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming Ontario Quebec Manitoba "
    + "Saskatchewan Alberta Scotland England Wales Ireland Australia Canada USA US Ala Ariz Ark "
    + "Calif Colo Conn Del Fla Ga Ida Ill Ind Kan Ky La Mass Md Me Mich Minn Miss Mo Mont Neb Nev "
    + "Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo Ont"
  /// Codes of the states and provinces, as the post writes them.
  private static let codes = keys(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC "
      + "ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NL NS ON PE QC SK"
  )
  private static let directions = keys("New North South West Dakota Carolina Jersey York Hampshire")

  private static func keys(_ words: String, but others: String = "") -> KeySet {
    let others = others.split(separator: " ")
    return KeySet(
      words.split(separator: " ").filter { !others.contains($0) }.map {
        FoldedKey(String($0)).value
      }
    )
  }

  /// Whether a comma and another country's state follow: Odessa, Texas.
  static func isAbroad(after place: Int, _ tokens: [NameToken]) -> Bool {
    guard place + 1 < tokens.count, tokens[place + 1].joint == .comma, tokens[place + 1].isCapital
    else { return false }
    if abroad.contains(tokens[place + 1].key) { return true }
    if tokens[place + 1].isAllCapitals, codes.contains(tokens[place + 1].key) { return true }
    return place + 2 < tokens.count && directions.contains(tokens[place + 1].key)
      && (directions.contains(tokens[place + 2].key) || abroad.contains(tokens[place + 2].key))
  }

  private static let states = keys(
    abroadWords,
    but: "Washington Georgia US USA Canada Australia England Scotland Wales Ireland Me Ore Mo La"
  )
  private static let placing = keys("in of west east north south")

  /// Whether a few words on the sentence is in another country's state: Odessa in West Texas.
  static func isAbroadSoon(after place: Int, _ tokens: [NameToken]) -> Bool {
    for next in tokens.indices.dropFirst(place + 1).prefix(6) {
      if tokens[next].joint == .start { return false }
      if states.contains(tokens[next].key), placing.contains(tokens[next - 1].key) { return true }
    }
    return false
  }

  private static let works = keys(
    "film movie book novel thesis song play documentary album opera essay series painting poem story"
  )

  /// Whether a name stands in quotation marks that a word such as film or book comes before.
  static func isInTitle(_ place: Int, _ tokens: [NameToken]) -> Bool {
    var start = place
    func opens(_ place: Int) -> Bool {
      tokens[place].joint == .quote || tokens[place].joint == .comma
    }
    while start > 0, place - start < 6, !opens(start) { start -= 1 }
    guard start > 0, opens(start) else { return false }
    return works.contains(tokens[start - 1].key)
  }

  /// Words before the name of a ship.
  static let vessels = keys(
    "cruiser carrier submarine battleship steamer frigate destroyer corvette icebreaker HMS USS"
  )
  static let vesselClass = FoldedKey("class").value

  private static let titles = keys(
    "President Mr Mrs Ms Miss Dr Prof Professor Sir Lord General Gen Colonel Col Major Maj Captain Capt "
      + "Lieutenant Lt Sergeant Sgt Marshal Admiral Commander Minister Premier Prime Chancellor Senator "
      + "Sen Governor Gov Mayor Ambassador Secretary Chairman Chairwoman Chair Director Chief Patriarch "
      + "Metropolitan Archbishop Bishop Father Rabbi Judge Justice Prosecutor Deputy Speaker Leader Tsar "
      + "King Queen Prince Princess Comrade Citizen Greater Central Downtown Northern Southern Eastern "
      + "Western North South East West Occupied Soviet Nazi The And Of In For From To With But As At On "
      + "By When While After Before If That Both Even Only Since Foreign Defence Defense Interior Vice "
      + "Former Late First Private Corporal Spokesman Spokeswoman Spokesperson Activist Journalist Lawyer "
      + "Poet Writer Singer Blogger Coach Officer Pilot Soldier Fighter Volunteer Analyst Economist "
      + "Historian Politician Opposition Candidate Veteran Oligarch Businessman Billionaire Artist Actor "
      + "Actress Champion Athlete Member Head Host Editor Reporter Correspondent Founder Defendant "
      + "Prisoner Suspect Witness Partisan Separatist Dictator Strongman Novelist Musician Scientist"
  )

  /// Whether a word before a name is a title, an adjective of a people, or no part of a name at all.
  static func isTitle(_ word: String) -> Bool {
    if titles.contains(FoldedKey(word).value) { return true }
    return ["ian", "ish", "ese", "ean", "wide", "based"].contains { word.hasSuffix($0) }
  }

  private static let starters = keys(
    "yesterday today tomorrow meanwhile later earlier then now however still here there what why how who "
      + "did does do will would can could should may might must is was has had are were yes no not also "
      + "again once never always perhaps maybe indeed instead soon recently finally although though "
      + "because so yet or nor until unless under over about against between during without like this "
      + "these those his her their its our your my all some many most each every one two three last "
      + "next asked according monday tuesday wednesday thursday friday saturday sunday january february "
      + "march april may june july august september october november december"
  )

  /// Whether a word is one that sentences begin with, and no name.
  static func beginsSentences(_ token: NameToken) -> Bool {
    starters.contains(token.key) || english.contains(token.key)
  }

  /// Whether most words of the sentence begin with a capital, as in headlines, so that capitals say little.
  static func isHeadline(_ place: Int, _ tokens: [NameToken]) -> Bool {
    let words = tokens[sentence(around: place, tokens)].filter { $0.span.count > 3 }
    return words.count >= 6 && words.count(where: \.isCapital) * 10 >= words.count * 9
  }

  private static let english = keys(
    "the of and to in was is for with on at by said from that has have had were are his her he she it "
      + "they not but an this who will be been after before says their"
  )

  /// Whether a text too short for its language to be told has a word of English.
  static func isEnglish(_ tokens: [NameToken]) -> Bool {
    tokens.contains { english.contains($0.key) }
  }

  /// Whether the word before says that a place is meant.
  static func isInside(_ place: Int, _ tokens: [NameToken]) -> Bool {
    guard place > 0, tokens[place].joint == .space else { return false }
    return inside.contains(tokens[place - 1].key)
  }

  /// Words of a sentence about how a name is written.
  private static let spelling = keys(
    "spell spells spelled spelt spelling spellings misspelled misspelt transliterate transliterated "
      + "transliteration romanised romanized romanisation romanization written pronounced derived"
  )

  /// Whether the sentence is about spelling.
  static func isAboutSpelling(_ place: Int, _ tokens: [NameToken]) -> Bool {
    let sentence = tokens[sentence(around: place, tokens)]
    return sentence.contains { spelling.contains($0.key) }
      || sentence.indices.dropFirst().contains { isLanguage($0, tokens, sentence.endIndex) }
  }

  private static let languages = keys("Russian Belarusian Ukrainian Polish English German French")
  private static let pronouns = keys("he she it the they his her this that")

  /// Whether a word says in which language: in Russian, in Belarusian he is called.
  private static func isLanguage(_ place: Int, _ tokens: [NameToken], _ end: Int) -> Bool {
    guard languages.contains(tokens[place].key), tokens[place - 1].key == FoldedKey("in").value
    else {
      return false
    }
    let next = place + 1
    return next >= end || tokens[next].joint != .space || pronouns.contains(tokens[next].key)
  }

  /// The words of the sentence that a word stands in, not more than some hundred to either side.
  private static func sentence(around place: Int, _ tokens: [NameToken]) -> Range<Int> {
    let first = max(0, place - longest)
    var start = place
    while start > first, tokens[start].joint != .start { start -= 1 }
    let last = min(tokens.count, place + longest)
    var end = place + 1
    while end < last, tokens[end].joint != .start { end += 1 }
    return start..<end
  }

  private static let longest = 250
}
