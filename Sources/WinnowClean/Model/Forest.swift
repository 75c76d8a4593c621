/// The trees of a model, laid out to be asked of sixteen lines at once.
///
/// It gives what walking down each tree gives, to the last bit. No line walks: every question is asked
/// of all lines, and a line that goes right strikes out the leaves on the left of the question. Of the
/// leaves that are left in the end, the first is the one that the line would have walked to.
/// Source: Lucchese and others, "QuickScorer", SIGIR 2015.
struct Forest: Sendable {
  private typealias Lines = LineBlocks.Lines

  /// Lines with more than `threshold` keep only the leaves in `kept`.
  private struct Question {
    let column: Int
    let threshold: Float
    let kept: UInt32
  }

  private struct Tree {
    var questions: [Question] = []
    /// Places in `values` and `weights`, from left to right.
    var leaves: Range<Int>
  }

  /// In which leaf of each tree each line ends.
  struct Leaves: Sendable {
    fileprivate let lines: Int
    /// Tree by tree.
    fileprivate var places: [UInt8]
  }

  /// So many leaves have a bit each.
  static let mostLeaves = 32

  private var trees: [Tree] = []
  /// Where the leaves of each tree begin.
  private var firstLeaves: [Int] = []
  /// What each leaf adds.
  private var values: [Double] = []
  /// What the questions on the way to each leaf change in what is expected, by topic.
  private var weights: [TopicWeights] = []
  private let bias: Float

  /// `columns` says where in the rows the inputs are, `topics` what they are about.
  init(_ model: TreeModel, columns: [Int], topics: [LineReason.Topic]) {
    bias = model.bias
    for tree in model.trees {
      var flat = Tree(leaves: values.count..<values.count)
      add(tree.nodes, 0, TopicWeights(), to: &flat, columns, topics)
      flat.leaves = flat.leaves.lowerBound..<values.count
      trees.append(flat)
      firstLeaves.append(flat.leaves.lowerBound)
    }
  }

  /// Adds the leaves and questions of a node and of what is below it.
  private mutating func add(
    _ nodes: [TreeModel.Node],
    _ place: Int,
    _ weights: TopicWeights,
    to tree: inout Tree,
    _ columns: [Int],
    _ topics: [LineReason.Topic]
  ) {
    let node = nodes[place]
    guard node.feature >= 0 else {
      values.append(Double(node.value))
      self.weights.append(weights)
      return
    }
    let input = Int(node.feature)
    let first = values.count - tree.leaves.lowerBound
    for below in [Int(node.left), Int(node.right)] {
      var weights = weights
      weights[topics[input]] += nodes[below].value - node.value
      add(nodes, below, weights, to: &tree, columns, topics)
      if below == Int(node.left) {
        let left =
          UInt64(1) << UInt64(values.count - tree.leaves.lowerBound) - UInt64(1) << UInt64(first)
        tree.questions.append(
          Question(
            column: columns[input],
            threshold: node.threshold,
            kept: ~UInt32(truncatingIfNeeded: left)
          )
        )
      }
    }
  }

  /// What the trees say of each line, without the pass that they may correct, and in which leaf of each
  /// tree it ends.
  func score(_ rows: FeatureRows) -> (logOdds: [Float], leaves: Leaves) {
    let blocks = LineBlocks(rows)
    var sums = [Double](repeating: Double(bias), count: rows.count)
    var leaves = Leaves(
      lines: rows.count,
      places: Array(repeating: 0, count: trees.count * rows.count)
    )
    for (number, tree) in trees.enumerated() {
      let (questions, start) = ask(tree, ofAllLinesIn: blocks)
      let values = values[tree.leaves]
      for block in 0..<blocks.count {
        let alive = ask(questions, of: block, in: blocks, start)
        let lines = 16 * block..<min(16 * block + 16, rows.count)
        add(values, alive, to: &sums, &leaves.places, lines, number * rows.count)
      }
    }
    return (sums.map { Float($0) }, leaves)
  }

  /// Adds what the first leaf gives that each line has left, and notes the leaf.
  private func add(
    _ values: ArraySlice<Double>,
    _ alive: SIMD16<UInt32>,
    to sums: inout [Double],
    _ places: inout [UInt8],
    _ lines: Range<Int>,
    _ firstPlace: Int
  ) {
    var sums = sums.mutableSpan
    var places = places.mutableSpan
    let values = values.span
    withUnsafeBytes(of: alive) { alive in
      let alive = alive.bindMemory(to: UInt32.self)
      for line in lines {
        let leaf = alive[line - lines.lowerBound].trailingZeroBitCount
        sums[line] += values[leaf]
        places[firstPlace + line] = UInt8(truncatingIfNeeded: leaf)
      }
    }
  }

  /// Asks the questions about columns that are the same for all lines; returns the others, and the
  /// leaves that are left.
  private func ask(_ tree: Tree, ofAllLinesIn blocks: LineBlocks) -> ([Question], UInt32) {
    var questions: [Question] = []
    questions.reserveCapacity(tree.questions.count)
    var alive = UInt32.max
    for question in tree.questions {
      guard let value = blocks.common[question.column] else {
        questions.append(question)
        continue
      }
      if !(value <= question.threshold) { alive &= question.kept }
    }
    return (questions, alive)
  }

  /// The leaves that are left for each line of a block after some questions.
  private func ask(
    _ questions: [Question],
    of block: Int,
    in blocks: LineBlocks,
    _ start: UInt32
  ) -> SIMD16<UInt32> {
    var alive = SIMD16(repeating: start)
    for question in questions {
      let goesLeft = blocks[block, question.column] .<= Lines(repeating: question.threshold)
      alive &= SIMD16(repeating: question.kept).replacing(with: .max, where: goesLeft)
    }
    return alive
  }

  /// How much each topic adds to a line's log-odds: by how much its questions change what is expected.
  func weights(_ leaves: Leaves, line: Int) -> TopicWeights {
    var sum = TopicWeights()
    var place = line
    for first in firstLeaves {
      sum.add(weights[first + Int(leaves.places[place])])
      place += leaves.lines
    }
    return sum
  }
}
