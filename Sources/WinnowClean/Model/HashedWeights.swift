/// The weights that the passes before the second have for the words, side by side.
///
/// The passes look at the same features, and a look at the table costs more than a multiplication.
struct HashedWeights: Sendable {
  /// The passes in the order of the weights.
  private static let passes: [LineModel.Pass] = [.words, .end, .begin, .first]

  /// What the hashed features add to each line's log-odds.
  struct Sums {
    fileprivate(set) var words: [Float] = []
    fileprivate(set) var end: [Float] = []
    fileprivate(set) var begin: [Float] = []
    fileprivate(set) var first: [Float] = []
  }

  private let steps: [SIMD4<Int8>]
  /// The size of a step.
  private let step: SIMD4<Float>
  /// 1 for passes that look at `LineTable.crosses` too, else 0.
  private let crossing: SIMD4<Double>

  init(_ models: [LineModel.Pass: LinearModel]) {
    var steps = [SIMD4<Int8>](repeating: .zero, count: HashedFeatures.bucketCount)
    var step = SIMD4<Float>.zero
    for (lane, pass) in Self.passes.enumerated() {
      guard let hashed = models[pass]?.hashed else { continue }
      step[lane] = hashed.step
      for (bucket, count) in hashed.steps.enumerated() { steps[bucket][lane] = count }
    }
    self.steps = steps
    self.step = step
    var crossing = SIMD4<Double>.zero
    for (lane, pass) in Self.passes.enumerated()
    where models[pass]?.hashedInput == .wordsAndCrosses { crossing[lane] = 1 }
    self.crossing = crossing
  }

  /// What the hashed features of each line add up to, in the order in which they come.
  func sums(_ table: LineTable) -> Sums {
    let crosses = crossing == .zero ? HashedFeatures() : table.crosses
    var sums = Sums()
    for line in 0..<table.count {
      var sum = SIMD4<Double>.zero
      add(table.hashed, line, SIMD4(repeating: 1), to: &sum)
      if crossing != .zero { add(crosses, line, crossing, to: &sum) }
      sums.words.append(Float(sum[0]))
      sums.end.append(Float(sum[1]))
      sums.begin.append(Float(sum[2]))
      sums.first.append(Float(sum[3]))
    }
    return sums
  }

  private func add(
    _ features: HashedFeatures,
    _ line: Int,
    _ share: SIMD4<Double>,
    to sum: inout SIMD4<Double>
  ) {
    for feature in features[line] {
      let weight = SIMD4<Float>(steps[Int(feature.bucket)]) * step
      sum += SIMD4<Double>(weight) * (share * Double(feature.value))
    }
  }
}
