/// A pass's weights of columns, laid out to be summed up for four lines at a time.
///
/// It gives what `LinearModel.score` gives, to the last bit: each line's sum is made in the same order.
struct DenseWeights: Sendable {
  private struct Input {
    let column: Int
    let weight: SIMD4<Float>
    let mean: SIMD4<Float>
    let deviation: SIMD4<Float>
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
      // After the last line it is summed up again, to fill the four.
      let lines = SIMD4(first, first + 1, first + 2, first + 3).clamped(to: rows.count - 1)
      var sums = SIMD4<Double>(repeating: Double(bias))
      for lane in 0..<4 { sums[lane] += Double(lexical[lines[lane]]) }
      add(rows, lines, to: &sums)
      for lane in 0..<min(4, rows.count - first) { odds.append(Float(sums[lane])) }
    }
    return odds
  }

  /// How much each topic adds to the log-odds of four lines.
  func weights(_ rows: FeatureRows, _ lines: SIMD4<Int>) -> FourTopicWeights {
    var weights = FourTopicWeights()
    let places = lines &* rows.width
    for run in runs {
      var sum = weights[run.topic]
      for place in run.inputs { sum += part(of: inputs[place], rows, places) }
      weights[run.topic] = sum
    }
    return weights
  }

  private func add(_ rows: FeatureRows, _ lines: SIMD4<Int>, to sums: inout SIMD4<Double>) {
    let places = lines &* rows.width
    var total = sums
    for place in inputs.indices {
      total += SIMD4<Double>(part(of: inputs[place], rows, places))
    }
    sums = total
  }

  /// What an input adds to the log-odds of four lines, whose rows begin at `places`.
  @inline(__always)
  private func part(
    of input: Input,
    _ rows: FeatureRows,
    _ places: SIMD4<Int>
  ) -> SIMD4<Float> {
    let clip = SIMD4<Float>(repeating: LinearModel.clip)
    let values = rows.values.span
    let value = SIMD4(
      values[places[0] + input.column],
      values[places[1] + input.column],
      values[places[2] + input.column],
      values[places[3] + input.column]
    )
    var distance = (value - input.mean) / input.deviation
    distance.replace(with: clip, where: distance .> clip)
    distance.replace(with: -clip, where: distance .< -clip)
    return input.weight * distance
  }
}

extension SIMD4<Int> {
  func clamped(to most: Int) -> Self {
    replacing(with: Self(repeating: most), where: self .> Self(repeating: most))
  }
}
