import WinnowNames

/// What Wikidata's classes (the values of P31, instance of) are to the gazetteer.
///
/// Only the classes themselves are known here, not what Wikidata says of their subclasses.
struct WikidataClass {
  let kind: Entity.Kind
  let type: String?

  /// Nil for what the gazetteer has no use for.
  init?(_ id: String) {
    guard let known = Self.known[id] else { return nil }
    (kind, type) = known
  }

  private static let known: [String: (Entity.Kind, String?)] = [
    "Q5": (.person, nil),  // human
    "Q515": (.place, "city"),
    "Q1549591": (.place, "city"),  // big city
    "Q1637706": (.place, "city"),  // city with millions of inhabitants
    "Q5119": (.place, "city"),  // capital
    "Q12131624": (.place, "city"),  // city in Ukraine
    "Q3957": (.place, "town"),
    "Q7930989": (.place, "town"),  // city or town
    "Q15078955": (.place, "town"),  // urban-type settlement in Russia
    "Q532": (.place, "village"),
    "Q5084": (.place, "village"),  // hamlet
    "Q2514025": (.place, "village"),  // posyolok
    "Q21672098": (.place, "village"),  // village in Ukraine
    "Q486972": (.place, nil),  // human settlement
    "Q3348196": (.place, "oblast"),  // of Ukraine
    "Q835714": (.place, "oblast"),  // of Russia
    "Q1267632": (.place, "raion"),  // of Ukraine
    "Q2043199": (.place, "raion"),  // district of Belarus
    "Q41162": (.place, "region"),  // republic of Russia
    "Q831740": (.place, "region"),  // krai of Russia
    "Q82794": (.place, "region"),
    "Q4022": (.place, "river"),
    "Q23397": (.place, "lake"),
    "Q131681": (.place, "lake"),  // reservoir
    "Q165": (.place, "sea"),
    "Q8502": (.place, "mountain"),
    "Q79007": (.place, "street"),
    "Q43229": (.organisation, "other"),  // organization
    "Q7278": (.organisation, "party"),
    "Q4830453": (.organisation, "company"),  // business
    "Q783794": (.organisation, "company"),
    "Q6881511": (.organisation, "company"),  // enterprise
    "Q891723": (.organisation, "company"),  // public company
    "Q11032": (.organisation, "media"),  // newspaper
    "Q1110794": (.organisation, "media"),  // daily newspaper
    "Q1616075": (.organisation, "media"),  // television station
    "Q14350": (.organisation, "media"),  // radio station
    "Q15265344": (.organisation, "media"),  // broadcaster
    "Q192283": (.organisation, "media"),  // news agency
    "Q163740": (.organisation, "ngo"),  // nonprofit organization
    "Q79913": (.organisation, "ngo"),  // non-governmental organization
    "Q192350": (.organisation, "ministry"),
    "Q327333": (.organisation, "agency"),  // government agency
    "Q47913": (.organisation, "agency"),  // intelligence agency
    "Q176799": (.organisation, "unit"),  // military unit
    "Q49773": (.organisation, "movement"),  // social movement
    "Q1530022": (.organisation, "church"),  // religious organization
  ]
}
