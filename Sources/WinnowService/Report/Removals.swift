/// How much each rule took out, of one text or of many.
struct Removals {
  struct Rule: Tallied {
    /// In how many places.
    var places = 0
    /// Scalars.
    var weight = 0
  }

  private(set) var rules = BoundedTable<Rule>(mostKeys: 5000)
  /// Scalars of all that there was before.
  private(set) var scalars = 0

  /// Counts a cleaned text, in scalars.
  mutating func add(text scalars: Int) { self.scalars += scalars }

  /// Counts an edit, in scalars before and after.
  mutating func add(_ rule: AppliedRule, was: Int, now: Int) {
    scalars += was - now
    guard rule.effect == .removal else { return }
    rules.add(rule.id) { tally in
      tally.places += 1
      tally.weight += max(0, was - now)
    }
  }

  /// How much was taken out, for a person.
  var share: String { Numerals.share(rules.total, of: scalars) }

  /// Writes the rules that took out most, and why each does.
  func write(
    to out: inout Markup,
    _ caption: String,
    most: Int,
    reason: (String) -> String?
  ) {
    if rules.total == 0 { return out.block("p", "Nothing was removed.") }
    let (rows, rest) = rules.largest(most)
    BarTable(
      caption: caption,
      columns: ["Rule", "Text", "Places"],
      rows: rows.map { rule, tally in
        BarTable.Row(
          label: rule,
          note: reason(rule) ?? "",
          length: tally.weight,
          figures: [
            Numerals.share(tally.weight, of: scalars), Numerals.grouped(tally.places),
          ]
        )
      },
      rest: rest > 0 ? ["all other rules", Numerals.share(rest, of: scalars), ""] : []
    ).write(to: &out)
  }
}
