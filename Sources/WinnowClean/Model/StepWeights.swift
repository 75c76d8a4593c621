/// Weights of hashed features, one for each of `HashedFeatures.bucketCount` buckets.
///
/// Each is a whole number of steps, in a byte: the table is looked at all over, and what is small stays
/// near the processor.
package struct StepWeights: Sendable, Equatable {
  package let step: Float
  package let steps: [Int8]

  package init(step: Float, steps: [Int8]) {
    self.step = step
    self.steps = steps
  }

  /// Rounds weights to steps of which the limit has 127; what lies beyond the limit counts as the limit.
  package init(rounding weights: [Float], limit: Float) {
    // A step of seventeen bits: every multiple is exact.
    let step = Float(bitPattern: ((limit / 127).bitPattern + 0x7F) & ~0x7F)
    self.init(
      step: step,
      steps: weights.map { step > 0 ? Int8(max(-127, min(127, ($0 / step).rounded()))) : 0 }
    )
  }

  package subscript(bucket: UInt32) -> Float { Float(steps[Int(bucket)]) * step }
}
