/// A pass's weights of columns, laid out to be summed up for four lines at a time.
///
/// It gives what `LinearModel.score` gives, to the last bit: each line's sum is made in the same order.
struct DenseWeights: Sendable {
  private struct Input {
    let column: Int
    let topic: LineReason.Topic
    let weight: SIMD4<Float>
    let mean: SIMD4<Float>
    let deviation: SIMD4<Float>
  }

  private let inputs: [Input]
  private let bias: Float

  /// `columns` says where in the rows the model's inputs are.
  init(_ model: LinearModel, columns: [Int]) {
    let topics = model.inputs.map(LineReason.Topic.init(column:))
    bias = model.bias
    inputs = columns.enumerated().map { input, column in
      Input(
        column: column,
        topic: topics[input],
        weight: SIMD4(repeating: model.weights[input]),
        mean: SIMD4(repeating: model.mean[input]),
        deviation: SIMD4(repeating: model.deviation[input])
      )
    }
  }

  /// The log-odds of each line, by the rows' columns and what the hashed features add.
  func score(_ rows: FeatureRows, lexical: [Float]) -> [Float] {
    var odds: [Float] = []
    odds.reserveCapacity(rows.count)
    for first in stride(from: 0, to: rows.count, by: 4) {
      // After the last line it is summed up again, to fill the four.
      let lines = SIMD4(first, first + 1, first + 2, first + 3).clamped(to: rows.count - 1)
      var sums = SIMD4<Double>(repeating: Double(bias))
      for lane in 0..<4 { sums[lane] += Double(lexical[lines[lane]]) }
      add(rows, lines, to: &sums)
      for lane in 0..<min(4, rows.count - first) { odds.append(Float(sums[lane])) }
    }
    return odds
  }

  /// How much each topic adds to a line's log-odds.
  func weights(_ rows: FeatureRows, line: Int) -> TopicWeights {
    var weights = TopicWeights()
    for place in inputs.indices {
      let input = inputs[place]
      let distance = (rows[line, input.column] - input.mean[0]) / input.deviation[0]
      let clipped = max(-LinearModel.clip, min(LinearModel.clip, distance))
      weights[input.topic] += input.weight[0] * clipped
    }
    return weights
  }

  private func add(_ rows: FeatureRows, _ lines: SIMD4<Int>, to sums: inout SIMD4<Double>) {
    let clip = SIMD4<Float>(repeating: LinearModel.clip)
    let places = lines &* rows.width
    let values = rows.values.span
    var total = sums
    for place in inputs.indices {
      let input = inputs[place]
      let value = SIMD4(
        values[places[0] + input.column],
        values[places[1] + input.column],
        values[places[2] + input.column],
        values[places[3] + input.column]
      )
      var distance = (value - input.mean) / input.deviation
      distance.replace(with: clip, where: distance .> clip)
      distance.replace(with: -clip, where: distance .< -clip)
      total += SIMD4<Double>(input.weight * distance)
    }
    sums = total
  }
}

extension SIMD4<Int> {
  fileprivate func clamped(to most: Int) -> Self {
    replacing(with: Self(repeating: most), where: self .> Self(repeating: most))
  }
}
