/// A logistic regression over columns and hashed features.
package struct LinearModel: Sendable, Equatable {
  /// Which hashed features a model looks at.
  package enum HashedInput: UInt8, Sendable {
    case none
    /// `LineTable.hashed`.
    case words
    /// `LineTable.hashed` and `LineTable.crosses`.
    case wordsAndCrosses
    /// `LineColumns.crosses`.
    case surroundings
  }

  /// Values further from the mean than so many deviations count as being so far.
  package static let clip: Float = 3

  /// The columns that the dense weights belong to.
  package var inputs: [String]
  package var bias: Float
  /// One for each input, like `mean` and `deviation`.
  package var weights: [Float]
  package var mean: [Float]
  package var deviation: [Float]
  package var hashedInput: HashedInput
  /// Nil where there is no hashed input.
  package var hashed: StepWeights?

  package init(
    inputs: [String] = [],
    bias: Float = 0,
    weights: [Float] = [],
    mean: [Float] = [],
    deviation: [Float] = [],
    hashedInput: HashedInput = .none,
    hashed: StepWeights? = nil
  ) {
    self.inputs = inputs
    self.bias = bias
    self.weights = weights
    self.mean = mean
    self.deviation = deviation
    self.hashedInput = hashedInput
    self.hashed = hashed
  }

  /// The log-odds of each line, by columns and what hashed features add.
  ///
  /// `columns` says where in the rows the inputs are.
  package func score(_ rows: FeatureRows, columns: [Int], lexical: [Float]) -> [Float] {
    (0..<rows.count).map { line in
      var sum = Double(bias) + Double(lexical[line])
      for (input, column) in columns.enumerated() {
        sum += Double(contribution(of: input, rows[line, column]))
      }
      return Float(sum)
    }
  }

  /// What the hashed features add to the log-odds of each line.
  func lexical(_ features: HashedFeatures) -> [Float] {
    guard let hashed else { return Array(repeating: 0, count: features.count) }
    return features.sums { hashed[$0] }
  }

  /// What an input's value adds to the log-odds.
  @inline(__always)
  func contribution(of input: Int, _ value: Float) -> Float {
    let distance = (value - mean[input]) / deviation[input]
    return weights[input] * max(-Self.clip, min(Self.clip, distance))
  }
}
