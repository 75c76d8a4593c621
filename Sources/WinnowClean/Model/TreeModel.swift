/// Boosted regression trees over columns.
package struct TreeModel: Sendable, Equatable {
  /// A question about one column, or a leaf.
  package struct Node: Sendable, Equatable {
    /// The place of the column in `inputs`, or -1 at a leaf.
    package var feature: Int16
    /// Where a line goes that has at most `threshold`: a place in the tree's nodes.
    package var left: UInt16
    /// Where a line goes that has more.
    package var right: UInt16
    package var threshold: Float
    /// What a leaf adds to the log-odds; at a question the mean of what its lines end with.
    package var value: Float

    package init(
      feature: Int16,
      left: UInt16,
      right: UInt16,
      threshold: Float,
      value: Float
    ) {
      self.feature = feature
      self.left = left
      self.right = right
      self.threshold = threshold
      self.value = value
    }

    /// A leaf.
    package init(leaf value: Float) {
      self.init(feature: -1, left: 0, right: 0, threshold: 0, value: value)
    }
  }

  /// The first node is the root; nodes below another come after it.
  package struct Tree: Sendable, Equatable {
    package var nodes: [Node]

    package init(nodes: [Node]) { self.nodes = nodes }
  }

  /// The columns that `Node.feature` counts.
  package var inputs: [String]
  package var bias: Float
  /// Whether the trees correct the last pass, whose log-odds are then added to theirs.
  package var correctsPass: Bool
  package var trees: [Tree]

  package init(inputs: [String], bias: Float, correctsPass: Bool, trees: [Tree]) {
    self.inputs = inputs
    self.bias = bias
    self.correctsPass = correctsPass
    self.trees = trees
  }
}
