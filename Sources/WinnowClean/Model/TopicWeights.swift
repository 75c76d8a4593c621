/// How much each topic adds to a line's log-odds.
struct TopicWeights {
  typealias Topic = LineReason.Topic

  /// By topic; those beyond the last topic stay zero.
  private var weights = SIMD16<Float>.zero

  subscript(topic: Topic) -> Float {
    get { weights[topic.rawValue] }
    set { weights[topic.rawValue] = newValue }
  }

  @inline(__always)
  mutating func add(_ other: TopicWeights) { weights += other.weights }

  /// Takes out what a topic adds.
  mutating func remove(_ topic: Topic) -> Float {
    defer { self[topic] = 0 }
    return self[topic]
  }

  /// What the topics add together that fulfil a condition.
  ///
  /// The smallest come first, so that the sum does not depend on the topics' order.
  func sum(where isWanted: (Float) -> Bool = { _ in true }) -> Float {
    var sorted = weights
    var count = 0
    for place in 0..<Topic.allCases.count where isWanted(weights[place]) {
      var hole = count
      while hole > 0, sorted[hole - 1] > weights[place] {
        sorted[hole] = sorted[hole - 1]
        hole -= 1
      }
      sorted[hole] = weights[place]
      count += 1
    }
    var sum: Float = 0
    for place in 0..<count { sum += sorted[place] }
    return sum
  }

  /// Gives an earlier pass's say to the topics that spoke the same way there, by their share.
  mutating func spread(_ say: Float, over earlier: TopicWeights) {
    let all = earlier.sum { ($0 < 0) == (say < 0) }
    guard all != 0 else {
      self[.judgement] += say
      return
    }
    for topic in Topic.allCases where (earlier[topic] < 0) == (say < 0) {
      self[topic] += say * earlier[topic] / all
    }
  }
}

/// The same for four lines.
struct FourTopicWeights {
  private var weights = InlineArray<9, SIMD4<Float>>(repeating: .zero)

  subscript(topic: LineReason.Topic) -> SIMD4<Float> {
    get { weights[topic.rawValue] }
    set { weights[topic.rawValue] = newValue }
  }

  /// Those of one of the lines.
  subscript(lane: Int) -> TopicWeights {
    var one = TopicWeights()
    for topic in LineReason.Topic.allCases { one[topic] = self[topic][lane] }
    return one
  }
}
