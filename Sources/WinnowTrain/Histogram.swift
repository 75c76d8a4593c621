/// What the lines of one leaf add up to, bin by bin, in some columns.
struct Histogram {
  /// Bins of one column, rounded up.
  static let stride = 64

  /// First and second derivatives of the loss; column after column, `stride` bins each.
  var sums: [SIMD2<Double>]
  var counts: [Int32]

  /// All zeros.
  init(columns: Int) {
    sums = Array(repeating: .zero, count: columns * Self.stride)
    counts = Array(repeating: 0, count: columns * Self.stride)
  }

  /// What is left when a part of the lines goes to another leaf.
  mutating func subtract(_ part: Histogram) {
    for place in sums.indices {
      sums[place] -= part.sums[place]
      counts[place] -= part.counts[place]
    }
  }
}

/// A question that parts the lines of a leaf.
struct Split: Equatable {
  /// How much the loss falls, twice.
  var gain: Double
  var column: Int
  /// Lines in this bin and those below go left.
  var bin: Int
  /// Of the lines that go left.
  var sums: SIMD2<Double>
  var count: Int
}

/// What a split must keep to.
struct SplitLimits {
  var l2: Double
  var minRows: Int

  func score(_ sums: SIMD2<Double>) -> Double { sums[0] * sums[0] / (sums[1] + l2) }

  /// The best split on one column of a leaf; nil where none is allowed or gains anything.
  func best(
    _ histogram: Histogram,
    place: Int,
    column: Int,
    bins: Int,
    total: SIMD2<Double>,
    count: Int
  ) -> Split? {
    var best: Split?
    var left = SIMD2<Double>.zero
    var leftCount = 0
    let whole = score(total)
    for bin in 0..<max(0, bins - 1) {
      left += histogram.sums[place * Histogram.stride + bin]
      leftCount += Int(histogram.counts[place * Histogram.stride + bin])
      if leftCount < minRows { continue }
      if count - leftCount < minRows { break }
      let right = total - left
      if min(left[1], right[1]) < 1e-3 { continue }
      let gain = score(left) + score(right) - whole
      if gain > max(1e-9, best?.gain ?? 0) {
        best = Split(gain: gain, column: column, bin: bin, sums: left, count: leftCount)
      }
    }
    return best
  }
}
