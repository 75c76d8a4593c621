import Testing

@testable import WinnowClean

@Suite struct StepWeightsTests {
  private static let exact: [Float] = (-1000...1000).map { Float($0) / 330 }

  @Test("Weights are rounded to within half a step, every one an exact multiple")
  func rounding() {
    let weights = StepWeights(rounding: Self.exact, limit: Self.exact[2000])
    let half = Double(weights.step) / 2
    for (bucket, exact) in Self.exact.enumerated() {
      let near = Double(weights[UInt32(bucket)])
      #expect(abs(near - Double(exact)) <= half * 1.001)
      #expect(near == Double(weights.steps[bucket]) * Double(weights.step))
    }
  }

  @Test("Weights beyond the limit are cut to it, and nothing but zeros stays as it is")
  func limits() {
    #expect(StepWeights(rounding: [-9, 0.5, 2, 9], limit: 2).steps == [-127, 32, 127, 127])
    #expect(StepWeights(rounding: [0, 0], limit: 0) == StepWeights(step: 0, steps: [0, 0]))
  }
}
