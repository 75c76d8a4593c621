import WinnowClean

/// What goes with a model's weights: where they come from, how good they are, where they fail.
struct Card {
  let command: String
  let pages: [LabelledPage]
  let recipe: Recipe
  let model: LineModel
  let byteCount: Int
  /// Nil where nobody has measured.
  let figures: CrossValidation?

  /// The card in Markdown.
  var markdown: String {
    """
    # The line model

    Says of each line of a page how likely it belongs to the article. Five logistic regressions
    over hashed words and columns of numbers look one after the other, then boosted trees correct
    the last of them. Nothing but the page goes in; no word is kept in readable form, only weights
    of \(HashedFeatures.bucketCount) buckets of hashes.

    ## How it was made

        \(command)

    \(fits)

    ## What it has learnt from

    \(sources)
    Labels were made by aligning lines with the article's text: about one in a hundred is wrong.

    ## How good it is

    \(measured)
    ## Known weaknesses

    - Long boilerplate in whole sentences is kept: comments, teasers of other articles, pleas for money.
    - Short lines of an article are taken for boilerplate where they come in runs: tables, lists of
      names, recipes, portals.
    - Headlines, date lines and bylines: pages differ in whether they count them as article.
    - Languages with few pages above, or none, are judged by shape and place alone.
    - The thresholds were chosen on pages of the same sets.

    """
  }

  private var fits: String {
    let trees = model.trees?.trees ?? []
    let leaves = trees.map { tree in tree.nodes.count { $0.feature < 0 } }.reduce(0, +)
    let thresholds = model.thresholds
    return """
      Seed \(recipe.seed). \(model.passes.count) passes, \(trees.count) trees with \(leaves) leaves \
      together, \(model.stops.hashes.count) common words; \(byteCount) bytes. `careful` removes lines \
      of a few words with log-odds of \(Double(thresholds.careful).digits(2)) or lower, longer ones and \
      those between lines of the article with lower ones; `thorough` lines less likely \
      than half the best F1 that the page can be expected to reach, between \
      \(Double(thresholds.lowest).digits(2)) and \(Double(thresholds.highest).digits(2)).
      """
  }

  private var sources: String {
    var table = "| set | pages | sites | lines | tiers | languages |\n|---|--:|--:|--:|---|---|\n"
    for set in Set(pages.map(\.set)).sorted() {
      let own = pages.filter { $0.set == set }
      let lines = own.reduce(0) { $0 + $1.truth.lines.count }
      table +=
        "| \(set) | \(Set(own.map(\.id)).count) | \(Set(own.map(\.site)).count) | \(lines) "
        + "| \(Self.counts(own.map(\.tier))) | \(Self.languages(own)) |\n"
    }
    return table
  }

  private var measured: String {
    guard let figures else { return "Not measured; `--evaluate` does it.\n" }
    return """
      By cross-validation: each page judged by a model that has learnt from no page of its site. F1, \
      precision and recall count words against the article alone, means over pages; words lost, \
      removal precision and boilerplate removed count over all lines; a page is damaged that lost more \
      than a hundredth of its article.

      \(figures.table)
      """
  }

  /// Each language's pages, the commonest first.
  private static func languages(_ pages: [LabelledPage]) -> String {
    var seen: Set<String> = []
    return counts(pages.filter { seen.insert($0.id).inserted }.map(\.language))
  }

  private static func counts(_ names: [String]) -> String {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}
