import WinnowNames

/// An entity of the FollowTheMoney model: properties that have any number of values each.
struct FollowTheMoneyEntity {
  let id: String
  private let caption: String?
  private let properties: [String: JSONValue]

  init(id: String, caption: String?, properties: [String: JSONValue]) {
    self.id = id
    self.caption = caption
    self.properties = properties
  }

  /// The texts of a property; values that are entities themselves are passed over.
  subscript(property: String) -> [String] {
    (properties[property]?.elements ?? []).compactMap { $0.string.map(NameSpelling.tidied) }
  }

  /// Its names, without the weak aliases, which are nicknames and abbreviations.
  var spellings: [String] { self["name"] + self["alias"] }

  /// Its names with the one before all others that it is shown by.
  var titles: [String] { [caption].compactMap(\.self).map(NameSpelling.tidied) + spellings }

  /// A person's Cyrillic name out of its parts, surname first, where there is one of each.
  var joinedNames: [String] {
    let given = self["firstName"].filter(NameSpelling.hasCyrillic)
    let surnames = self["lastName"].filter(NameSpelling.hasCyrillic)
    guard given.count == 1, surnames.count == 1 else { return [] }
    let fathers = (self["fatherName"] + self["patronymic"]).filter(NameSpelling.hasCyrillic)
    return ["\(surnames[0]), \(given[0]) \(fathers.count == 1 ? fathers[0] : "")"]
  }

  var gender: GivenName.Gender? {
    switch self["gender"] {
    case ["male"]: .male
    case ["female"]: .female
    default: nil
    }
  }

  /// The first office in Latin letters, of at most a dozen words.
  var about: String? {
    self["position"].first { NameSpelling.isLatin($0) && $0.split(separator: " ").count <= 12 }
  }
}
