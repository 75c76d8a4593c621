import Testing

@testable import WinnowClean
@testable import WinnowTrain

@Suite struct LogisticRegressionTests {
  /// Documents of lines with one column that decides, one that is noise, and hashed words.
  private static func documents(_ count: Int) -> [LineExamples] {
    var generator = SeededGenerator(seed: 3)
    return (0..<count).map { _ in
      var values: [Float] = []
      var hashed = HashedFeatures()
      var targets: [Float] = []
      for _ in 0..<20 {
        let x = Float(generator.unit() * 10)
        values += [x, Float(generator.unit())]
        let isMarked = generator.unit() < 0.3
        hashed.add(1, isMarked ? 0 : 1 + UInt32(generator.next() % 50), 0)
        hashed.endLine()
        targets.append(x > 5 || isMarked ? 1 : 0)
      }
      var rows = FeatureRows(names: ["x", "noise"], count: 20)
      for (place, value) in values.enumerated() { rows[place / 2, place % 2] = value }
      return LineExamples(
        rows: rows,
        hashed: hashed,
        targets: targets,
        weights: Array(repeating: 1, count: 20)
      )
    }
  }

  /// Where the weight of the word is that decides.
  private static var marked: Int {
    var features = HashedFeatures()
    features.add(1, 0, 0)
    features.endLine()
    return Int(features[0][0].bucket)
  }

  private static func fit(_ documents: [LineExamples], seed: UInt64 = 1) -> LogisticRegression.Fit {
    LogisticRegression(epochs: 8, seed: seed)
      .fit(documents, inputs: ["x", "noise"], hashedInput: .words)
  }

  @Test("Finds the column and the word that decide, and scales the columns")
  func columns() throws {
    let fit = Self.fit(Self.documents(400))
    let hashed = try #require(fit.hashed)
    #expect(fit.dense.weights[0] > 1)
    #expect(abs(fit.dense.weights[1]) < 0.3)
    #expect(hashed[Self.marked] > 2)
    #expect(hashed.count { abs($0) > 2 } == 1)
    #expect(hashed.count { $0 != 0 } == 51)
    #expect(abs(fit.dense.mean[0] - 5) < 0.1)
    #expect(abs(fit.dense.deviation[0] - 2.887) < 0.05)
  }

  @Test("Soft targets without any feature: the bias is their log-odds")
  func bias() {
    let documents = (0..<200).map { _ in
      LineExamples(
        rows: FeatureRows(names: [], count: 10),
        hashed: HashedFeatures(),
        targets: Array(repeating: 0.2, count: 10),
        weights: Array(repeating: 1, count: 10)
      )
    }
    let fit = LogisticRegression(epochs: 20).fit(documents, inputs: [], hashedInput: .none)
    #expect(abs(fit.dense.bias - -1.386) < 0.02)
    #expect(fit.dense.weights.isEmpty && fit.hashed == nil)
  }

  @Test("Lines of no weight teach nothing")
  func weights() throws {
    let all = Self.documents(50)
    let turned = all.map { document in
      var both = document
      both.targets = document.targets.map { 1 - $0 }
      both.weights = Array(repeating: 0, count: document.weights.count)
      return both
    }
    let fit = LogisticRegression().fit(turned, inputs: ["x", "noise"], hashedInput: .words)
    #expect(fit.dense.bias == 0)
    #expect(fit.dense.weights == [0, 0])
    #expect(try #require(fit.hashed).allSatisfy { $0 == 0 })
    #expect(try #require(fit.rounded().hashed).steps.allSatisfy { $0 == 0 })
  }

  @Test("The same seed gives the same weights, another seed others")
  func seeds() {
    let documents = Self.documents(50)
    #expect(Self.fit(documents) == Self.fit(documents))
    #expect(Self.fit(documents) != Self.fit(documents, seed: 2))
  }

  @Test("Rounded weights are whole steps, near the exact ones")
  func rounding() throws {
    let fit = Self.fit(Self.documents(100))
    let exact = try #require(fit.hashed)
    let rounded = fit.rounded()
    let near = try #require(rounded.hashed)
    let limit = exact.map { abs($0) }.max() ?? 0
    #expect(rounded.weights == fit.dense.weights)
    for (bucket, weight) in exact.enumerated() {
      #expect(abs(weight - near[UInt32(bucket)]) <= limit / 254 + 1e-6)
    }
  }
}
