/// The trees of a model, laid out to be walked by several lines at once.
///
/// It gives what `TreeModel.score` gives, to the last bit. A line that walks alone waits for memory at
/// each question; four side by side wait for it together, and no branch has to be guessed.
struct Forest: Sendable {
  /// A question; lines with more than `threshold` go to the node after `next`, all others to `next`.
  ///
  /// No line has more than a leaf's threshold, and its `next` is the leaf itself.
  private struct Node {
    var threshold = Float.infinity
    var column: UInt16 = 0
    var next: UInt16 = 0
  }

  /// A tree's nodes, from the root downwards.
  private struct Tree {
    let nodes: Range<Int>
    let depth: Int
  }

  private var nodes: [Node] = []
  /// What a node adds, if it is a leaf.
  private var values: [Float] = []
  private var trees: [Tree] = []
  private let bias: Float

  /// `columns` says where in the rows the inputs are.
  init(_ model: TreeModel, columns: [Int]) {
    bias = model.bias
    for tree in model.trees { add(tree, columns) }
  }

  /// Puts the nodes level by level, so that two below one question stand side by side.
  private mutating func add(_ tree: TreeModel.Tree, _ columns: [Int]) {
    let first = nodes.count
    var level = [0]
    var depth = 0
    var placed = 1
    while !level.isEmpty {
      var below: [Int] = []
      for place in level {
        let node = tree.nodes[place]
        values.append(node.value)
        if node.feature >= 0 {
          nodes.append(
            Node(
              threshold: node.threshold,
              column: UInt16(columns[Int(node.feature)]),
              next: UInt16(placed)
            )
          )
          below += [Int(node.left), Int(node.right)]
          placed += 2
        } else {
          nodes.append(Node(next: UInt16(nodes.count - first)))
        }
      }
      if !below.isEmpty { depth += 1 }
      level = below
    }
    trees.append(Tree(nodes: first..<nodes.count, depth: depth))
  }

  /// What the trees say of each line.
  func score(_ rows: FeatureRows) -> [Float] {
    var sums = [Double](repeating: Double(bias), count: rows.count)
    let width = rows.width
    rows.values.withUnsafeBufferPointer { rows in
      nodes.withUnsafeBufferPointer { nodes in
        values.withUnsafeBufferPointer { values in
          for first in stride(from: 0, to: sums.count, by: 4) {
            let last = sums.count - 1
            let (b, c, d) = (min(first + 1, last), min(first + 2, last), min(first + 3, last))
            let rowA = UnsafeBufferPointer(rebasing: rows[first * width..<(first + 1) * width])
            let rowB = UnsafeBufferPointer(rebasing: rows[b * width..<(b + 1) * width])
            let rowC = UnsafeBufferPointer(rebasing: rows[c * width..<(c + 1) * width])
            let rowD = UnsafeBufferPointer(rebasing: rows[d * width..<(d + 1) * width])
            var (sumA, sumB, sumC, sumD) = (sums[first], sums[b], sums[c], sums[d])
            for tree in trees {
              let nodes = UnsafeBufferPointer(rebasing: nodes[tree.nodes])
              let values = UnsafeBufferPointer(rebasing: values[tree.nodes])
              var (atA, atB, atC, atD) = (0, 0, 0, 0)
              for _ in 0..<tree.depth {
                atA = Self.step(nodes, rowA, atA)
                atB = Self.step(nodes, rowB, atB)
                atC = Self.step(nodes, rowC, atC)
                atD = Self.step(nodes, rowD, atD)
              }
              sumA += Double(values[atA])
              sumB += Double(values[atB])
              sumC += Double(values[atC])
              sumD += Double(values[atD])
            }
            (sums[d], sums[c], sums[b], sums[first]) = (sumD, sumC, sumB, sumA)
          }
        }
      }
    }
    return sums.map { Float($0) }
  }

  @inline(__always)
  private static func step(
    _ nodes: UnsafeBufferPointer<Node>,
    _ row: UnsafeBufferPointer<Float>,
    _ at: Int
  ) -> Int {
    let node = nodes[at]
    return Int(node.next) + (row[Int(node.column)] > node.threshold ? 1 : 0)
  }
}
