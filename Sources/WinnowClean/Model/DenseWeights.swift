/// A pass's weights of columns, laid out to be summed up for four lines at a time.
///
/// It gives what `LinearModel.score` gives, to the last bit: each line's sum is made in the same order.
struct DenseWeights: Sendable {
  private struct Input {
    let column: Int
    let weight: SIMD4<Float>
    let mean: SIMD4<Float>
    let deviation: SIMD4<Float>

    /// What the values of four lines add to their log-odds.
    @inline(__always)
    func part(of values: SIMD4<Float>) -> SIMD4<Float> {
      let clip = SIMD4<Float>(repeating: LinearModel.clip)
      var distance = (values - mean) / deviation
      distance.replace(with: clip, where: distance .> clip)
      distance.replace(with: -clip, where: distance .< -clip)
      return weight * distance
    }
  }

  private let inputs: [Input]
  /// Inputs of one topic that follow each other.
  private var runs: [(topic: LineReason.Topic, inputs: Range<Int>)] = []
  private let bias: Float

  /// `columns` says where in the rows the model's inputs are.
  init(_ model: LinearModel, columns: [Int]) {
    bias = model.bias
    inputs = columns.enumerated().map { input, column in
      Input(
        column: column,
        weight: SIMD4(repeating: model.weights[input]),
        mean: SIMD4(repeating: model.mean[input]),
        deviation: SIMD4(repeating: model.deviation[input])
      )
    }
    for (input, name) in model.inputs.enumerated() {
      let topic = LineReason.Topic(column: name)
      if let last = runs.last, last.topic == topic {
        runs[runs.count - 1].inputs = last.inputs.lowerBound..<input + 1
      } else {
        runs.append((topic, input..<input + 1))
      }
    }
  }

  /// The log-odds of each line, by the rows' columns and what the hashed features add.
  func score(_ rows: FeatureRows, lexical: [Float]) -> [Float] {
    var odds: [Float] = []
    odds.reserveCapacity(rows.count)
    for first in stride(from: 0, to: rows.count, by: 4) {
      let lines = min(4, rows.count - first)
      var sums = SIMD4<Double>(repeating: Double(bias))
      for lane in 0..<lines { sums[lane] += Double(lexical[first + lane]) }
      for input in inputs {
        sums += SIMD4<Double>(input.part(of: rows[four: first, input.column]))
      }
      for lane in 0..<lines { odds.append(Float(sums[lane])) }
    }
    return odds
  }

  /// How much each topic adds to the log-odds of four lines, of which the first has a number that four
  /// divides.
  func weights(_ rows: FeatureRows, four first: Int) -> FourTopicWeights {
    var weights = FourTopicWeights()
    for run in runs {
      var sum = weights[run.topic]
      for input in inputs[run.inputs] {
        sum += input.part(of: rows[four: first, input.column])
      }
      weights[run.topic] = sum
    }
    return weights
  }
}
