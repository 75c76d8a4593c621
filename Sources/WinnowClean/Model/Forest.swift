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
  }

  /// In which leaf of each tree each line ends.
  struct Leaves: Sendable {
    private let trees: Int
    private var places: [UInt16]

    fileprivate init(trees: Int, lines: Int) {
      self.trees = trees
      places = Array(repeating: 0, count: trees * lines)
    }

    subscript(line: Int, tree: Int) -> UInt16 {
      get { places[line * trees + tree] }
      set { places[line * trees + tree] = newValue }
    }
  }

  private var nodes: [Node] = []
  /// What a node adds, if it is a leaf.
  private var values: [Float] = []
  /// What the questions on the way to a leaf change in what is expected, by topic; by node.
  private var changes: [TopicWeights] = []
  private var trees: [Tree] = []
  private let bias: Float

  /// `columns` says where in the rows the inputs are, `topics` what they are about.
  init(_ model: TreeModel, columns: [Int], topics: [LineReason.Topic]) {
    bias = model.bias
    for tree in model.trees { add(tree, columns, topics) }
  }

  /// Puts the nodes level by level, so that two below one question stand side by side.
  private mutating func add(
    _ tree: TreeModel.Tree,
    _ columns: [Int],
    _ topics: [LineReason.Topic]
  ) {
    changes.append(TopicWeights())
    let first = nodes.count
    var level = [0]
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
          for next in [Int(node.left), Int(node.right)] {
            below.append(next)
            var change = changes[nodes.count - 1]
            change[topics[Int(node.feature)]] += tree.nodes[next].value - node.value
            changes.append(change)
          }
          placed += 2
        } else {
          nodes.append(Node(next: UInt16(nodes.count - first)))
        }
      }
      level = below
    }
    trees.append(Tree(nodes: first..<nodes.count))
  }

  /// What the trees say of each line, without the pass that they may correct, and in which leaf of each
  /// tree it ends.
  func score(_ rows: FeatureRows) -> (logOdds: [Float], leaves: Leaves) {
    var sums = [Double](repeating: Double(bias), count: rows.count)
    var leaves = Leaves(trees: trees.count, lines: rows.count)
    // So many lines that their rows stay in the processor's nearest cache.
    for first in stride(from: 0, to: rows.count, by: 16) {
      let lines = first..<min(rows.count, first + 16)
      for number in trees.indices {
        for four in stride(from: lines.lowerBound, to: lines.upperBound, by: 4) {
          let ends = walk(rows, four, trees[number])
          for lane in 0..<min(4, lines.upperBound - four) {
            sums[four + lane] += Double(values[ends[lane]])
            leaves[four + lane, number] = UInt16(ends[lane] - trees[number].nodes.lowerBound)
          }
        }
      }
    }
    return (sums.map { Float($0) }, leaves)
  }

  /// How much each topic adds to a line's log-odds: by how much its questions change what is expected.
  func weights(_ leaves: Leaves, line: Int) -> TopicWeights {
    var weights = TopicWeights()
    for (number, tree) in trees.enumerated() {
      weights.add(changes[tree.nodes.lowerBound + Int(leaves[line, number])])
    }
    return weights
  }

  /// The leaves in which four lines end; after the last line it walks once more, to fill the four.
  @inline(__always)
  private func walk(_ rows: FeatureRows, _ first: Int, _ tree: Tree) -> SIMD4<Int> {
    let (last, width) = (rows.count - 1, rows.width)
    let (b, c, d) = (min(first + 1, last), min(first + 2, last), min(first + 3, last))
    return rows.values.withUnsafeBufferPointer { rows in
      nodes.withUnsafeBufferPointer { nodes in
        let nodes = UnsafeBufferPointer(rebasing: nodes[tree.nodes])
        let rowA = UnsafeBufferPointer(rebasing: rows[(first * width)...])
        let rowB = UnsafeBufferPointer(rebasing: rows[(b * width)...])
        let rowC = UnsafeBufferPointer(rebasing: rows[(c * width)...])
        let rowD = UnsafeBufferPointer(rebasing: rows[(d * width)...])
        var (atA, atB, atC, atD) = (0, 0, 0, 0)
        while true {
          let a = Self.step(nodes, rowA, atA)
          let b = Self.step(nodes, rowB, atB)
          let c = Self.step(nodes, rowC, atC)
          let d = Self.step(nodes, rowD, atD)
          if (a ^ atA) | (b ^ atB) | (c ^ atC) | (d ^ atD) == 0 { break }
          (atA, atB, atC, atD) = (a, b, c, d)
        }
        return SIMD4(atA, atB, atC, atD) &+ tree.nodes.lowerBound
      }
    }
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
