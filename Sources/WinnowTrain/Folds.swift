/// Which pages are learnt from together and which are kept to judge with: never a site on both sides.
struct Folds: Equatable {
  let count: Int
  private let places: [String: Int]

  /// Deals the sites out, the largest first, so that the pages of each set are spread evenly.
  init(_ pages: [(set: String, site: String)], count: Int) {
    self.count = count
    var sizes: [String: [String: Int]] = [:]
    for page in pages { sizes[page.site, default: [:]][page.set, default: 0] += 1 }
    var fill = [[String: Int]](repeating: [:], count: count)
    var totals = [Int](repeating: 0, count: count)
    var places: [String: Int] = [:]
    let sites = sizes.map { (site: $0.key, sets: $0.value, pages: $0.value.values.reduce(0, +)) }
      .sorted { ($1.pages, $0.site) < ($0.pages, $1.site) }
    for site in sites {
      let crowd = (0..<count).map { fold in
        (site.sets.keys.reduce(0) { $0 + fill[fold][$1, default: 0] }, totals[fold])
      }
      let emptiest = (0..<count).min { crowd[$0] < crowd[$1] } ?? 0
      places[site.site] = emptiest
      for (set, pages) in site.sets { fill[emptiest][set, default: 0] += pages }
      totals[emptiest] += site.pages
    }
    self.places = places
  }

  /// The fold of a site; nil for one that was not dealt out.
  subscript(site: String) -> Int? { places[site] }
}
