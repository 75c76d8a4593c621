import WinnowNames

extension ArticleGenerator {
  /// Adds a name, and notes what must become of it.
  mutating func fill(_ slot: Substring, before: Character?, after: Substring) {
    let words = slot.split(separator: " ")
    guard let letter = words.first?.first else { return }
    if letter == "P" { return addPlace() }
    guard let role = roles[Character(letter.uppercased())] else { return }
    let isPossessive = after.hasPrefix("'s")
    if letter.isLowercase {
      let isHyphen = before == "-" || after.hasPrefix("-")
      let kind: GoldMention.Kind =
        hasRelative && letter == "a"
        ? .shared : isHyphen ? .hyphen : isPossessive ? .possessive : .surname
      return add(role, role.surname, kind, wanted: role.person.press.surname)
    }
    add(role, form: words.count > 1 ? String(words[1]) : "", isPossessive: isPossessive)
  }

  private mutating func add(_ role: Role, form: String, isPossessive: Bool) {
    let press = role.person.press
    let initial = String(role.given.prefix(1))
    let wantedInitial = String(press.given.prefix(1))
    switch form {
    case "relative": addRelative(role)
    case "turned":
      add(
        role,
        "\(role.surname), \(role.given)",
        .turned,
        wanted: "\(press.surname), \(press.given)"
      )
    case "initials":
      add(
        role,
        "\(initial). \(role.surname)",
        .initials,
        wanted: "\(wantedInitial). \(press.surname)"
      )
    case "namesake":
      add(
        role,
        "\(role.given) \(role.surname)",
        .namesake,
        wanted: "\(press.given) \(press.surname)"
      )
    default:
      if random.happens(0.15), let patronymic = role.name.patronymic, let scheme = role.scheme {
        let middle = scheme.romanise(patronymic)
        add(
          role,
          "\(role.given) \(middle) \(role.surname)",
          .patronymic,
          wanted: "\(press.given) \(middle) \(press.surname)"
        )
      } else {
        add(
          role,
          "\(role.given) \(role.surname)",
          isPossessive ? .possessive : .full,
          wanted: "\(press.given) \(press.surname)"
        )
      }
    }
  }

  private mutating func add(
    _ role: Role,
    _ surface: String,
    _ kind: GoldMention.Kind,
    wanted: String?
  ) {
    add(surface, kind, entity: role.person.id, wanted: wanted, spelledBy: role.spelledBy)
  }

  private mutating func add(
    _ surface: String,
    _ kind: GoldMention.Kind,
    entity: String?,
    wanted: String?,
    spelledBy: String
  ) {
    let start = article.text.utf8.count
    article.text += surface
    article.mentions.append(
      GoldMention(
        span: start..<article.text.utf8.count,
        surface: surface,
        kind: kind,
        entity: entity,
        wanted: wanted,
        spelledBy: spelledBy
      )
    )
  }

  private mutating func addPlace() {
    guard let place = cast.places.randomElement(using: &random),
      let name = place.names.randomElement(using: &random)
    else { return }
    let scheme = scheme(name.language)
    add(
      scheme?.romanise(name.name) ?? place.press,
      .place,
      entity: place.id,
      wanted: place.press,
      spelledBy: scheme?.id ?? "press"
    )
  }

  /// Somebody of the same surname and sex, with a given name that nobody of that surname has.
  private mutating func addRelative(_ role: Role) {
    let bearers = cast.persons.flatMap(\.names).filter { $0.surname == role.name.surname }
      .map(\.given)
    let names = (role.person.isMale ? NewsThemes.men : NewsThemes.women).compactMap {
      $0[role.name.language]
    }.filter { !bearers.contains($0) }
    guard let given = names.randomElement(using: &random) else { return }
    let spelt = role.scheme?.romanise(given) ?? cast.schemes[id: "ru-press-en"]?.romanise(given)
    add(
      "\(spelt ?? given) \(role.surname)",
      .relative,
      entity: nil,
      wanted: nil,
      spelledBy: role.spelledBy
    )
  }
}
