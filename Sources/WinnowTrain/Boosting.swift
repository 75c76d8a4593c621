import Foundation
import WinnowClean

/// Fits trees one after the other, each to what those before it still get wrong (logistic loss).
struct Boosting {
  var trees = 150
  var leaves = 31
  var rate = 0.08
  var l2 = 5.0
  var minRows = 100
  /// The shares of the columns and of the lines that each tree may look at.
  var columnShare = 0.3
  var rowShare = 0.5
  var seed: UInt64 = 1

  /// Fits a model to targets of 0...1; lines of weight 0 teach nothing.
  ///
  /// `passed` are the log-odds of a pass that the trees are to correct; nil where they start from
  /// nothing.
  func fit(
    _ table: BinnedTable,
    inputs: [String],
    targets: [Float],
    weights: [Float],
    correcting passed: [Float]? = nil
  ) -> TreeModel {
    let bias = passed == nil ? Self.logOdds(targets, weights) : 0
    var model = TreeModel(
      inputs: inputs,
      bias: Float(bias),
      correctsPass: passed != nil,
      trees: []
    )
    var generator = SeededGenerator(seed: seed)
    var scores = passed?.map { Double($0) } ?? Array(repeating: bias, count: table.count)
    let known = weights.indices.filter { weights[$0] > 0 }.map { Int32($0) }
    let usable = (0..<table.width).filter { !table.binning.cuts[$0].isEmpty }
    let width = min(usable.count, Int((Double(usable.count) * columnShare).rounded(.up)))
    for _ in 0..<trees {
      let columns = generator.permutation(usable.count).prefix(width).map { usable[$0] }.sorted()
      let lines = rowShare < 1 ? known.filter { _ in generator.unit() < rowShare } : known
      var grower = TreeGrower(
        table: table,
        columns: columns,
        lines: lines,
        slopes: slopes(scores, targets, weights),
        limits: SplitLimits(l2: l2, minRows: minRows),
        rate: rate
      )
      let tree = grower.grow(leaves: leaves)
      add(tree, of: table, to: &scores)
      model.trees.append(tree)
    }
    return model
  }

  private func slopes(
    _ scores: [Double],
    _ targets: [Float],
    _ weights: [Float]
  ) -> [SIMD2<Float>] {
    scores.indices.map { line in
      guard weights[line] > 0 else { return .zero }
      let p = 1 / (1 + exp(-scores[line]))
      let weight = Double(weights[line])
      return SIMD2(Float(weight * (p - Double(targets[line]))), Float(weight * p * (1 - p)))
    }
  }

  /// Adds what a tree says of every line.
  private func add(_ tree: TreeModel.Tree, of table: BinnedTable, to scores: inout [Double]) {
    let bins = tree.nodes.map { node in
      node.feature < 0
        ? 0 : Int(table.binning.bin(node.threshold, column: Int(node.feature)))
    }
    table.bins.withUnsafeBufferPointer { columns in
      tree.nodes.withUnsafeBufferPointer { nodes in
        for line in scores.indices {
          var at = 0
          while nodes[at].feature >= 0 {
            let bin = columns[Int(nodes[at].feature) * table.count + line]
            at = Int(bin) <= bins[at] ? Int(nodes[at].left) : Int(nodes[at].right)
          }
          scores[line] += Double(nodes[at].value)
        }
      }
    }
  }

  /// The log-odds of the targets' weighted mean.
  private static func logOdds(_ targets: [Float], _ weights: [Float]) -> Double {
    var sum = 0.0
    var weight = 0.0
    for line in targets.indices {
      sum += Double(targets[line] * weights[line])
      weight += Double(weights[line])
    }
    let mean = min(max(weight > 0 ? sum / weight : 0.5, 1e-6), 1 - 1e-6)
    return log(mean / (1 - mean))
  }
}
