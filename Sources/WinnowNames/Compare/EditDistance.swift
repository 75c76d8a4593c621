/// Weighted edit distance (Wagner and Fischer 1974) between two readings.
struct EditDistance {
  /// The cheapest way from one to the other in hundredths; `limit` where it is not below it.
  static func between(
    _ a: Phonemes,
    _ b: Phonemes,
    _ costs: EditCosts,
    limit: Int
  ) -> Int {
    let substitution = costs.substitution.span
    let loss = costs.loss.span
    var row = InlineArray<23, Int32>(repeating: 0)
    for j in 0..<b.count { row[j + 1] = row[j] + Int32(loss[Int(b.codes[j])]) }
    for i in 0..<a.count {
      let code = Int(a.codes[i])
      let costRow = code * EditCosts.stride
      let lost = Int32(loss[code])
      var diagonal = row[0]
      var left = diagonal + lost
      var best = left
      row[0] = left
      for j in 0..<b.count {
        let other = Int(b.codes[j])
        let above = row[j + 1]
        let changed = diagonal + Int32(substitution[costRow + other])
        left = min(changed, min(above + lost, left + Int32(loss[other])))
        row[j + 1] = left
        best = min(best, left)
        diagonal = above
      }
      if best >= limit { return limit }
    }
    return min(Int(row[b.count]), limit)
  }
}
