/// The endings by which Latin spellings of East Slavic surnames are known.
enum SurnameShape {
  private static let endings = [
    "ov", "ev", "ova", "eva", "off", "eff", "ow", "ew", "owa", "ewa", "ou", "au", "eu", "ava", "aw",
    "in", "yn", "ina", "yna", "sky", "skyi", "skyy", "skiy", "skii", "ski", "skij", "skaya",
    "skaia",
    "skaja", "ska", "cki", "cky", "tski", "tsky", "tskaya", "tskaia", "enko", "anka", "enka",
    "chuk",
    "uk", "iuk", "yuk", "juk", "ich", "ych", "icz", "ycz", "itch", "itsch", "iak", "yak", "zhak",
    "chak", "jak", "ets", "iets", "yts", "chyk", "chik", "nyk", "nik", "shyn", "ykh", "ikh", "ago",
    "ovo", "shka", "zhyi", "nyi", "nyy", "noy", "liuk", "ko",
  ].map { Array($0.utf8) }

  /// Whether a word of five letters or more ends as such surnames do.
  static func isSlavic(_ word: String) -> Bool {
    let letters = Array(word.lowercased().utf8)
    guard letters.count >= 5 else { return false }
    return endings.contains { letters.count > $0.count + 1 && letters.suffix($0.count) == $0[...] }
  }
}
