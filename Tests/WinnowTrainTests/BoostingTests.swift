import Testing
import WinnowClean

@testable import WinnowTrain

@Suite struct BoostingTests {
  /// Lines of two columns on a grid, and a third that is noise.
  private static func grid(_ target: (Int, Int) -> Float) -> (table: BinnedTable, targets: [Float])
  {
    var columns: [[Float]] = [[], [], []]
    var targets: [Float] = []
    var generator = SeededGenerator(seed: 7)
    for x in 0..<40 {
      for y in 0..<40 {
        columns[0].append(Float(x))
        columns[1].append(Float(y))
        columns[2].append(Float(generator.unit()))
        targets.append(target(x, y))
      }
    }
    var table = BinnedTable(binning: Binning(columns: columns), count: targets.count)
    var rows = FeatureRows(names: ["x", "y", "noise"], count: targets.count)
    for (column, values) in columns.enumerated() {
      for (line, value) in values.enumerated() { rows[line, column] = value }
    }
    table.fill(from: 0, rows: rows)
    return (table, targets)
  }

  private static var exact: Boosting {
    Boosting(trees: 60, leaves: 4, rate: 0.3, l2: 1, minRows: 10, columnShare: 1, rowShare: 1)
  }

  private static func fit(_ boosting: Boosting, _ table: BinnedTable, _ targets: [Float])
    -> TreeModel
  {
    boosting.fit(
      table,
      inputs: ["x", "y", "noise"],
      targets: targets,
      weights: Array(repeating: 1, count: targets.count)
    )
  }

  private static func score(_ model: TreeModel, _ row: [Float]) -> Float {
    var z = model.bias
    for tree in model.trees {
      var node = tree.nodes[0]
      while node.feature >= 0 {
        node = tree.nodes[Int(row[Int(node.feature)] <= node.threshold ? node.left : node.right)]
      }
      z += node.value
    }
    return z
  }

  @Test("One column that decides: the first question is the right one")
  func threshold() throws {
    let (table, targets) = Self.grid { x, _ in x < 13 ? 1 : 0 }
    var boosting = Self.exact
    boosting.trees = 1
    boosting.leaves = 2
    boosting.rate = 1
    boosting.l2 = 0
    let model = Self.fit(boosting, table, targets)
    let nodes = try #require(model.trees.first).nodes
    #expect(nodes.count == 3)
    #expect(nodes[0].feature == 0)
    #expect(nodes[0].threshold == 12.5)
    // One Newton step from the mean p: (1 - p) / p(1 - p) where all are 1.
    let p: Float = 13.0 / 40
    #expect(abs(nodes[1].value - 1 / p) < 1e-4)
    #expect(abs(nodes[2].value + 1 / (1 - p)) < 1e-4)
    #expect(abs(nodes[0].value) < 1e-4)
  }

  @Test("Two columns that decide together, which no single one does")
  func together() {
    let (table, targets) = Self.grid { x, y in (x < 25) != (y < 11) ? 1 : 0 }
    let model = Self.fit(Self.exact, table, targets)
    for (x, y) in [(3, 3), (3, 30), (30, 3), (30, 30), (24, 11), (25, 10)] {
      let z = Self.score(model, [Float(x), Float(y), 0.5])
      #expect((z > 2) == ((x < 25) != (y < 11)), "\(x) \(y): \(z)")
      #expect(abs(z) > 2)
    }
  }

  @Test("Soft targets are met on average")
  func softTargets() {
    let (table, targets) = Self.grid { x, _ in x < 20 ? 0.2 : 0.7 }
    let model = Self.fit(Self.exact, table, targets)
    #expect(abs(Self.score(model, [5, 5, 0.5]) - -1.3863) < 0.05)
    #expect(abs(Self.score(model, [35, 5, 0.5]) - 0.8473) < 0.05)
  }

  @Test("No leaf has fewer lines than allowed, and lines of no weight teach nothing")
  func limits() throws {
    let (table, targets) = Self.grid { x, y in x == 0 && y < 9 ? 1 : 0 }
    var boosting = Self.exact
    boosting.minRows = 1601
    #expect(Self.fit(boosting, table, targets).trees.allSatisfy { $0.nodes.count == 1 })
    let weights = targets.map { 1 - $0 }
    let model = Self.exact.fit(table, inputs: [], targets: targets, weights: weights)
    #expect(Self.score(model, [0, 0, 0]) < -6)
  }

  @Test("The same seed gives the same trees, another seed others")
  func seeds() {
    let (table, targets) = Self.grid { x, y in (x * y) % 7 < 3 ? 1 : 0 }
    var boosting = Self.exact
    boosting.columnShare = 0.6
    boosting.rowShare = 0.5
    boosting.trees = 10
    let model = Self.fit(boosting, table, targets)
    for _ in 0..<3 { #expect(Self.fit(boosting, table, targets) == model) }
    boosting.seed = 2
    #expect(Self.fit(boosting, table, targets) != model)
  }

  @Test("Few values have a bin each, many share 63, equal ones are never parted")
  func bins() {
    let few = Binning(columns: [[3, 1, 2, 2, 1], [5, 5]])
    #expect(few.cuts == [[1.5, 2.5], []])
    #expect([0, 1, 1.5, 1.6, 2.5, 9].map { few.bin($0, column: 0) } == [0, 0, 0, 1, 1, 2])
    let values = (0..<10_000).map { Float($0 < 4_000 ? 0 : $0) }
    let many = Binning(columns: [values])
    #expect(many.cuts[0].count == Binning.binLimit - 1)
    #expect(many.bin(0, column: 0) != many.bin(4_000, column: 0))
    var sizes = [Int](repeating: 0, count: Binning.binLimit)
    for value in values.dropFirst(4_000) { sizes[Int(many.bin(value, column: 0))] += 1 }
    #expect((sizes.max() ?? 0) < 250)
  }
}
