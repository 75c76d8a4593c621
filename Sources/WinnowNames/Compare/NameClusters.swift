/// Spellings that are one name, gathered as they come.
package struct NameClusters: Sendable {
  /// Spellings that were seen often enough to stay, when there are too many.
  private static let mostSpellings = 20_000

  /// One name, and how often it was spelt in which way.
  package struct Cluster: Sendable {
    /// The commonest first.
    package let spellings: [(spelling: String, count: Int)]
    package var count: Int { spellings.reduce(0) { $0 + $1.count } }
  }

  private var counts: [String: Int] = [:]
  private let comparer: NameComparer

  package init(_ gazetteer: Gazetteer) { comparer = gazetteer.comparer }

  /// Counts a spelling; of too many those that came once are forgotten.
  package mutating func add(_ spelling: String) {
    counts[spelling, default: 0] += 1
    if counts.count > Self.mostSpellings { counts = counts.filter { $0.value > 1 } }
  }

  /// The names, the commonest first: a spelling joins the first name that it is compared one with.
  package var clusters: [Cluster] {
    var names: [[(spelling: String, count: Int)]] = []
    var heads: [Skeleton: [(name: SpelledName, cluster: Int)]] = [:]
    for (spelling, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      let name = comparer.spelled(spelling)
      let key = Skeleton(String(spelling.split(separator: " ").last ?? ""))
      if let known = heads[key]?.first(where: { comparer.compare($0.name, name).same }) {
        names[known.cluster].append((spelling, count))
      } else {
        heads[key, default: []].append((name, names.count))
        names.append([(spelling, count)])
      }
    }
    return names.map(Cluster.init).sorted {
      ($1.count, $0.spellings[0].spelling) < ($0.count, $1.spellings[0].spelling)
    }
  }
}
