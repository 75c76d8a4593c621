import WinnowNames

/// Paragraphs of made-up news, with slots in braces.
///
/// `{A}` and `{B}` are persons in full, `{a}` and `{b}` their bare surnames, `{A initials}` and
/// `{A turned}` other forms of the whole name, `{P}` is some place, and `{A relative}` is somebody
/// else of the surname.
enum NewsThemes {
  static let all = politics + society

  /// Sentences in which a name stands otherwise than in running text.
  static let lists = [
    "The register has three entries under this letter, among them {A turned}, with a date and a signature.",
    "The minutes were signed by {A initials} and by {B initials}, as the law demands.",
    "An index of names at the end reads: {B turned}, page 12; {A turned}, page 40.",
    "The order bears two signatures, those of {B initials} and of a deputy whose name is illegible.",
  ]

  static let relatives = [
    "A relative, {A relative}, told the paper that the family had heard nothing since Friday.",
    "The firm belongs to {A relative}, who has never held office, according to the land register.",
    "In the hall sat {A relative}, a dentist, who is not known to have any interest in the matter.",
  ]

  static let namesakes = [
    "Readers should not confuse {M namesake} with {N namesake}; the two have never met.",
    "The list names both {M namesake} and {N namesake}, which led to some confusion at the counter.",
  ]

  /// Paragraphs in which nothing may be linked or changed.
  static let distractors = [
    "The film was shot in Odessa, Texas, and in two other towns of the state.",
    "Dinner was chicken Kiev with peas, and nobody asked for more.",
    "Most of the money was put aside, and luck did the rest.",
    "More can be read at https://example.org/Kiev/Kharkov and in the annual report.",
    "Write to Lukashenka@example.org for a copy of the brochure.",
    "The museum in Moscow, Idaho, shows tractors and a steam engine.",
    "Kievan Rus is the subject of the third chapter, which has no pictures.",
    "The account @Zelenskiy is a parody, as its owner says himself.",
    "Marina, a nurse, asked that her surname be left out; so did Vladimir, a driver.",
    "Jan Novák and Howard Buffett paid for the new roof of the school.",
    "Snow fell in the night, and the harp concert was put off until May.",
    "Was it spelled Kiev or Kyiv in the old atlas? Nobody in the room remembered.",
    "The hashtag #Kharkov was used four thousand times on Sunday alone.",
    "John Smith and Mary Jones, both of Boston, Massachusetts, were on the jury.",
    "The ferry to Brest, France, leaves at noon, and dogs travel free of charge.",
  ]

  /// Given names in three languages that few of the gazetteer's persons bear.
  static let men: [[CyrillicLanguage: String]] = [
    [.be: "Цімафей", .ru: "Тимофей", .uk: "Тимофій"], [.be: "Захар", .ru: "Захар", .uk: "Захар"],
    [.be: "Лявонцій", .ru: "Леонтий", .uk: "Леонтій"],
    [.be: "Пракоп", .ru: "Прокофий", .uk: "Прокіп"],
    [.be: "Макар", .ru: "Макар", .uk: "Макар"], [.be: "Фёдар", .ru: "Фёдор", .uk: "Федір"],
  ]
  static let women: [[CyrillicLanguage: String]] = [
    [.be: "Зінаіда", .ru: "Зинаида", .uk: "Зінаїда"],
    [.be: "Клаўдзія", .ru: "Клавдия", .uk: "Клавдія"],
    [.be: "Раіса", .ru: "Раиса", .uk: "Раїса"], [.be: "Тамара", .ru: "Тамара", .uk: "Тамара"],
    [.be: "Зоя", .ru: "Зоя", .uk: "Зоя"], [.be: "Рыма", .ru: "Римма", .uk: "Рима"],
  ]
}
