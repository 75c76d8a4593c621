import Foundation
import WinnowClean

/// Fits a logistic regression line by line, each weight at a pace of its own (AdaGrad).
struct LogisticRegression {
  var epochs = 4
  var rate: Float = 0.1
  var denseRate: Float = 0.03
  /// Pulls the hashed weights that a line touches towards zero.
  var l2: Float = 1e-5
  var seed: UInt64 = 1

  /// Fits a model to documents in a random order that only the seed decides.
  ///
  /// `inputs` are the names of the rows' columns; empty for hashed features alone.
  func fit(
    _ documents: [LineExamples],
    inputs: [String],
    hashedInput: LinearModel.HashedInput
  ) -> Fit {
    let scale = ColumnScale(documents, width: inputs.count)
    var descent = Descent(scale: scale, settings: self, isHashed: hashedInput != .none)
    var generator = SeededGenerator(seed: seed)
    let order = generator.permutation(documents.count)
    for _ in 0..<epochs {
      for place in order { descent.learn(documents[place]) }
    }
    return Fit(
      dense: LinearModel(
        inputs: inputs,
        bias: descent.bias,
        weights: Array(descent.dense.prefix(inputs.count)),
        mean: scale.mean,
        deviation: scale.deviation,
        hashedInput: hashedInput
      ),
      hashed: hashedInput == .none ? nil : descent.hashed
    )
  }

  /// What was fitted, with the hashed weights as exact as they were learnt.
  struct Fit: Equatable {
    /// Without its hashed weights.
    let dense: LinearModel
    /// Nil where there is no hashed input.
    let hashed: [Float]?

    /// What the hashed features add to the log-odds of each line.
    func lexical(_ features: HashedFeatures) -> [Float] {
      guard let hashed else { return Array(repeating: 0, count: features.count) }
      return features.sums { hashed[Int($0)] }
    }

    /// The model with its hashed weights rounded, as its file keeps them.
    func rounded() -> LinearModel {
      var model = dense
      model.hashed = hashed.map { hashed in
        let sizes = hashed.filter { $0 != 0 }.map { abs($0) }.sorted()
        let limit =
          sizes.isEmpty ? 0 : sizes[min(sizes.count - 1, Int(Double(sizes.count) * Self.kept))]
        return StepWeights(rounding: hashed, limit: limit)
      }
      return model
    }

    /// Weights beyond this share of those that are not zero are cut to its limit.
    private static let kept = 0.9999
  }
}

/// A regression while it is being fitted.
private struct Descent {
  private(set) var bias: Float = 0
  private(set) var hashed: [Float]
  private(set) var weights: [SIMD8<Float>]
  private let settings: LogisticRegression
  private let isHashed: Bool
  private let width: Int
  private let mean: [Float]
  private let inverse: [Float]
  private var biasSquares: Float = 1
  private var hashedSquares: [Float]
  private var squares: [SIMD8<Float>]
  /// The line at hand: its columns in units of their spread.
  private var row: [SIMD8<Float>]

  var dense: [Float] { weights.flatMap { eight in (0..<8).map { eight[$0] } } }

  init(scale: ColumnScale, settings: LogisticRegression, isHashed: Bool) {
    self.settings = settings
    self.isHashed = isHashed
    width = scale.mean.count
    mean = scale.mean
    inverse = scale.deviation.map { 1 / $0 }
    hashed = Array(repeating: 0, count: HashedFeatures.bucketCount)
    hashedSquares = Array(repeating: 1, count: HashedFeatures.bucketCount)
    let blocks = (width + 7) / 8
    weights = Array(repeating: .zero, count: blocks)
    squares = Array(repeating: .one, count: blocks)
    row = Array(repeating: .zero, count: blocks)
  }

  mutating func learn(_ document: LineExamples) {
    for line in document.weights.indices where document.weights[line] > 0 {
      let features = isHashed ? document.hashed[line] : []
      setRow(document.rows, line)
      let z = score(features)
      let p = 1 / (1 + exp(-z))
      let slope = (p - document.targets[line]) * document.weights[line]
      if abs(slope) < 1e-4 { continue }
      step(slope, features)
    }
  }

  private mutating func setRow(_ rows: FeatureRows, _ line: Int) {
    let width = width
    row.withUnsafeMutableBytes { bytes in
      let row = bytes.bindMemory(to: Float.self)
      mean.withUnsafeBufferPointer { mean in
        inverse.withUnsafeBufferPointer { inverse in
          for column in 0..<width {
            let value = (rows[line, column] - mean[column]) * inverse[column]
            row[column] = max(-LinearModel.clip, min(LinearModel.clip, value))
          }
        }
      }
    }
  }

  private func score(_ features: ArraySlice<HashedFeatures.Feature>) -> Float {
    var eight = SIMD8<Float>.zero
    for block in row.indices { eight += weights[block] * row[block] }
    var z = bias + eight.sum()
    for feature in features { z += hashed[Int(feature.bucket)] * feature.value }
    return z
  }

  private mutating func step(_ slope: Float, _ features: ArraySlice<HashedFeatures.Feature>) {
    for feature in features {
      let bucket = Int(feature.bucket)
      let part = slope * feature.value + settings.l2 * hashed[bucket]
      hashedSquares[bucket] += part * part
      hashed[bucket] -= settings.rate * part / hashedSquares[bucket].squareRoot()
    }
    for block in row.indices {
      let part = slope * row[block]
      squares[block] += part * part
      weights[block] -= settings.denseRate * part / squares[block].squareRoot()
    }
    biasSquares += slope * slope
    bias -= settings.rate * slope / biasSquares.squareRoot()
  }
}
