import Testing
import WinnowText

@testable import WinnowClean

/// The trees as they are written down, walked one line after the other.
extension TreeModel {
  fileprivate func walk(_ rows: FeatureRows, _ line: Int) -> (logOdds: Float, parts: [Float]) {
    var sum = Double(bias)
    var parts = [Float](repeating: 0, count: inputs.count)
    for tree in trees {
      var node = tree.nodes[0]
      while node.feature >= 0 {
        let isLeft = rows[line, Int(node.feature)] <= node.threshold
        let next = tree.nodes[Int(isLeft ? node.left : node.right)]
        parts[Int(node.feature)] += next.value - node.value
        node = next
      }
      sum += Double(node.value)
    }
    return (Float(sum), parts)
  }
}

@Suite struct ForestTests {
  private static let inputs = [
    "words", "ends", "place", "doc_words", "coh_seg", "first.z", "edge.lex",
  ]

  /// Numbers that look drawn by lot, and are the same each time.
  private struct Lots {
    var state: UInt64

    mutating func next(below count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
  }

  /// Grows a tree by splitting leaves drawn by lot.
  private static func tree(leaves: Int, _ lots: inout Lots) -> TreeModel.Tree {
    func value(_ lots: inout Lots) -> Float { Float(lots.next(below: 2001) - 1000) / 777 }
    var nodes = [TreeModel.Node(leaf: value(&lots))]
    for _ in 1..<leaves {
      let open = nodes.indices.filter { nodes[$0].feature < 0 }
      let place = open[lots.next(below: open.count)]
      nodes[place].feature = Int16(lots.next(below: inputs.count))
      nodes[place].threshold = Float(lots.next(below: 9)) - 4
      nodes[place].left = UInt16(nodes.count)
      nodes[place].right = UInt16(nodes.count + 1)
      nodes += [TreeModel.Node(leaf: value(&lots)), TreeModel.Node(leaf: value(&lots))]
    }
    return TreeModel.Tree(nodes: nodes)
  }

  @Test("It says what walking down the trees says", arguments: [1, 2, 15, 16, 17, 50])
  func walk(lines: Int) {
    var lots = Lots(state: UInt64(lines))
    let trees = [1, 2, 8, 9, 31, 32, 32].map { Self.tree(leaves: $0, &lots) }
    let model = TreeModel(inputs: Self.inputs, bias: 0.3, correctsPass: false, trees: trees)
    var rows = FeatureRows(names: Self.inputs, count: lines)
    for line in 0..<lines {
      for column in Self.inputs.indices {
        // The fourth column is the same in all lines.
        rows[line, column] = column == 3 ? 1 : Float(lots.next(below: 11)) - 5
      }
    }
    let topics = Self.inputs.map(LineReason.Topic.init(column:))
    let forest = Forest(model, columns: Array(Self.inputs.indices), topics: topics)
    let (logOdds, leaves) = forest.score(rows)
    #expect(logOdds.count == lines)
    for line in 0..<lines {
      let walked = model.walk(rows, line)
      #expect(logOdds[line].bitPattern == walked.logOdds.bitPattern)
      let weights = forest.weights(leaves, line: line)
      for topic in LineReason.Topic.allCases {
        let parts = topics.indices.filter { topics[$0] == topic }
        let wanted = parts.reduce(0) { $0 + walked.parts[$1] }
        #expect(abs(weights[topic] - wanted) < 1e-5)
      }
    }
  }

  @Test("A document without lines has no scores")
  func empty() {
    let forest = Forest(SmallModel.trees, columns: [0, 1], topics: [.judgement, .form])
    #expect(forest.score(FeatureRows(names: ["first.z", "words"], count: 0)).logOdds.isEmpty)
  }

  @Test("A tree of too many leaves, or one that grows together again, is refused")
  func refused() {
    var lots = Lots(state: 1)
    var trees = SmallModel.trees
    trees.trees = [Self.tree(leaves: 33, &lots)]
    let model = SmallModel.model(trees: trees)
    #expect(throws: LineModelError.self) { try LineScorer(model) }
    var knotted = SmallModel.trees
    knotted.trees[0].nodes[2].left = 4
    #expect(throws: LineModelError.self) { try LineScorer(SmallModel.model(trees: knotted)) }
  }
}
