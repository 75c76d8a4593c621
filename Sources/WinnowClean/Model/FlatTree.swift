/// A tree as its leaves from left to right, and its questions by the leaves that they part.
struct FlatTree {
  struct Question {
    let input: Int
    let threshold: Float
    /// A bit for each leaf that a line can't end in that goes right.
    let left: UInt32
  }

  private(set) var questions: [Question] = []
  /// What each leaf adds, and what the questions on the way to it change in what is expected, by topic.
  private(set) var leaves: [(value: Float, weights: TopicWeights)] = []

  /// Takes a tree of at most 32 leaves; `topics` says what its inputs are about.
  init(_ tree: TreeModel.Tree, topics: [LineReason.Topic]) {
    add(tree.nodes, 0, TopicWeights(), topics)
  }

  /// Adds the leaves and questions of a node and of what is below it.
  private mutating func add(
    _ nodes: [TreeModel.Node],
    _ place: Int,
    _ weights: TopicWeights,
    _ topics: [LineReason.Topic]
  ) {
    let node = nodes[place]
    guard node.feature >= 0 else {
      leaves.append((node.value, weights))
      return
    }
    let input = Int(node.feature)
    func passed(_ below: UInt16) -> TopicWeights {
      var passed = weights
      passed[topics[input]] += nodes[Int(below)].value - node.value
      return passed
    }
    let first = leaves.count
    add(nodes, Int(node.left), passed(node.left), topics)
    let left = UInt64(1) << UInt64(leaves.count) - UInt64(1) << UInt64(first)
    questions.append(
      Question(input: input, threshold: node.threshold, left: UInt32(truncatingIfNeeded: left))
    )
    add(nodes, Int(node.right), passed(node.right), topics)
  }
}
