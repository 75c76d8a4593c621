/// Weighted edit distance (Wagner and Fischer 1974) between two readings.
///
/// A way that is `n` sounds off the diagonal has lost as many, so only the band within which that stays below
/// the limit is looked at (Ukkonen 1985).
struct EditDistance {
  /// The cheapest way from one to the other in hundredths; `limit` where it is not below it.
  static func between(
    _ a: Phonemes,
    _ b: Phonemes,
    _ costs: EditCosts,
    limit: Int
  ) -> Int {
    let band = (limit - 1) / costs.leastLoss
    if limit <= 0 || abs(a.count - b.count) > band { return limit }
    let substitution = costs.substitution.span
    let loss = costs.loss.span
    let beyond = Int32(limit)
    // Outside of the band all is beyond the limit.
    var row = InlineArray<23, Int32>(repeating: beyond)
    row[0] = 0
    for j in 0..<min(b.count, band) { row[j + 1] = row[j] + Int32(loss[Int(b.codes[j])]) }
    for i in 0..<a.count {
      let code = Int(a.codes[i])
      let costRow = code * EditCosts.stride
      let lost = Int32(loss[code])
      let start = max(0, i - band)
      var diagonal = row[start]
      var left = i < band ? diagonal + lost : beyond
      var best = left
      row[start] = left
      for j in start..<min(b.count, i + band + 1) {
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
