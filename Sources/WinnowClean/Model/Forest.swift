/// The trees of a model, laid out to be asked of sixteen lines at once.
///
/// It gives what walking down each tree gives, to the last bit. No line walks: a line that goes right at
/// a question strikes out the leaves on the left of it, and of the leaves that are left in the end, the
/// first is the one that the line would have walked to. The questions of all trees about a column are
/// asked together, the lowest threshold first, until all lines go left.
/// Sources: Lucchese and others, "QuickScorer", SIGIR 2015; Ye and others, "RapidScorer", KDD 2018.
struct Forest: Sendable {
  typealias Lines = FeatureRows.Lines
  /// A byte for each of sixteen lines.
  typealias Bytes = SIMD16<UInt8>

  /// Where in `questions` those about a column begin; the last has a threshold that nothing is above.
  private struct Column {
    let column: Int
    let first: Int
    let firstStrike: Int
  }

  /// Lines with more than `threshold` suffer the strikes from the last question's `end` up to this one's.
  private struct Question {
    let threshold: Float
    let end: Int
  }

  /// Of eight leaves of a tree, only those in `kept` are left.
  private struct Strike {
    /// The place of the eight leaves among those of all trees.
    let leaves: Int
    let kept: Bytes
  }

  /// In which leaf of each tree each line ends.
  struct Leaves: Sendable {
    /// Tree by tree for sixteen lines, then for the next sixteen.
    fileprivate var places: [Bytes]
  }

  /// So many leaves have a bit each.
  static let mostLeaves = 32
  private static let bytes = mostLeaves / 8

  private var columns: [Column] = []
  private var questions: [Question] = []
  private var strikes: [Strike] = []
  private let count: Int
  /// What each leaf adds; each tree has room for `mostLeaves`.
  private var values: [Double]
  /// What the questions on the way to each leaf change in what is expected, by topic.
  private var weights: [TopicWeights]
  private let bias: Float

  /// `columns` says where in the rows the inputs are, `topics` what they are about.
  init(_ model: TreeModel, columns: [Int], topics: [LineReason.Topic]) {
    bias = model.bias
    count = model.trees.count
    values = Array(repeating: 0, count: count * Self.mostLeaves)
    weights = Array(repeating: TopicWeights(), count: count * Self.mostLeaves)
    var asked: [Int: [Float: [Strike]]] = [:]
    for (number, tree) in model.trees.enumerated() {
      let flat = FlatTree(tree, topics: topics)
      for (leaf, (value, weights)) in flat.leaves.enumerated() {
        values[number * Self.mostLeaves + leaf] = Double(value)
        self.weights[number * Self.mostLeaves + leaf] = weights
      }
      for question in flat.questions {
        for byte in 0..<Self.bytes {
          let kept = UInt8(truncatingIfNeeded: ~question.left >> UInt32(8 * byte))
          if kept == .max { continue }
          let strike = Strike(
            leaves: number * Self.bytes + byte,
            kept: Bytes(repeating: kept)
          )
          asked[columns[question.input], default: [:]][question.threshold, default: []]
            .append(strike)
        }
      }
    }
    for (column, asked) in asked.sorted(by: { $0.key < $1.key }) {
      self.columns.append(
        Column(column: column, first: questions.count, firstStrike: strikes.count)
      )
      for (threshold, strikes) in asked.sorted(by: { $0.key < $1.key }) {
        self.strikes += strikes
        questions.append(Question(threshold: threshold, end: self.strikes.count))
      }
      questions.append(Question(threshold: .infinity, end: strikes.count))
    }
  }

  /// What the trees say of each line, without the pass that they may correct, and in which leaf of each
  /// tree it ends.
  func score(_ rows: FeatureRows) -> (logOdds: [Float], leaves: Leaves) {
    var logOdds: [Float] = []
    logOdds.reserveCapacity(rows.count)
    var leaves = Leaves(places: [])
    leaves.places.reserveCapacity(rows.blocks * count)
    var alive = [Bytes](repeating: .zero, count: count * Self.bytes)
    for block in 0..<rows.blocks {
      ask(rows, block, &alive)
      addFirst(of: alive, to: &leaves.places)
      let lines = min(16, rows.count - 16 * block)
      addSums(leaves.places.span.extracting(last: count), lines, to: &logOdds)
    }
    return (logOdds, leaves)
  }

  /// Asks all questions of a block of lines; `alive` becomes the leaves that are left.
  ///
  /// The places need no check: `init` has made them all, nothing is above a column's last threshold, and
  /// `alive` has a place for all leaves.
  private func ask(_ rows: FeatureRows, _ block: Int, _ alive: inout [Bytes]) {
    var alive = alive.mutableSpan
    let questions = questions.span
    let strikes = strikes.span
    for place in alive.indices { alive[place] = Bytes(repeating: .max) }
    for column in columns {
      let values = rows[block: block, column.column]
      let most = values.largest
      var number = column.first
      var at = column.firstStrike
      while true {
        let question = questions[unchecked: number]
        if !(question.threshold < most) { break }
        let goLeft = Bytes(where: values .<= Lines(repeating: question.threshold))
        while at < question.end {
          let strike = strikes[unchecked: at]
          alive[unchecked: strike.leaves] &= goLeft | strike.kept
          at &+= 1
        }
        number &+= 1
      }
    }
  }

  /// Adds the first leaf that each line has left in each tree.
  private func addFirst(of alive: [Bytes], to places: inout [Bytes]) {
    let alive = alive.span
    for tree in 0..<count {
      var bits = Bytes.zero
      var first = Bytes.zero
      for byte in (0..<Self.bytes).reversed() {
        let here = alive[tree * Self.bytes + byte]
        let isHere = here .!= .zero
        bits.replace(with: here, where: isHere)
        first.replace(with: Bytes(repeating: UInt8(8 * byte)), where: isHere)
      }
      places.append(first | bits.lowestBit)
    }
  }

  /// Adds the sum of what a line's leaves add, for each line of a block; `places` has all of its trees.
  private func addSums(_ places: Span<Bytes>, _ lines: Int, to logOdds: inout [Float]) {
    let places = places.bytes
    let values = values.span
    for line in 0..<lines {
      var sum = Double(bias)
      for tree in 0..<count {
        // There are 16 bytes a tree, none above 31, and 32 values.
        let leaf = places.unsafeLoad(fromUncheckedByteOffset: 16 &* tree &+ line, as: UInt8.self)
        sum += values[unchecked: Self.mostLeaves &* tree &+ Int(leaf)]
      }
      logOdds.append(Float(sum))
    }
  }

  /// How much each topic adds to a line's log-odds: by how much its questions change what is expected.
  func weights(_ leaves: Leaves, line: Int) -> TopicWeights {
    var sum = TopicWeights()
    let first = line / 16 * count
    let places = leaves.places.span.extracting(first..<first + count).bytes
    let weights = weights.span
    for tree in 0..<count {
      // As in `addSums`.
      let at = 16 &* tree &+ line % 16
      let leaf = places.unsafeLoad(fromUncheckedByteOffset: at, as: UInt8.self)
      sum.add(weights[unchecked: Self.mostLeaves &* tree &+ Int(leaf)])
    }
    return sum
  }
}

extension SIMD16<Float> {
  /// The largest of the numbers.
  @inline(__always)
  fileprivate var largest: Float {
    let eight = lowHalf.replacing(with: highHalf, where: highHalf .> lowHalf)
    let four = eight.lowHalf.replacing(
      with: eight.highHalf,
      where: eight.highHalf .> eight.lowHalf
    )
    return Swift.max(Swift.max(four[0], four[1]), Swift.max(four[2], four[3]))
  }
}

extension SIMD16<UInt8> {
  /// All bits where the condition holds, else none.
  @inline(__always)
  fileprivate init(where condition: SIMDMask<SIMD16<Int32>>) {
    self.init(truncatingIfNeeded: SIMD16<Int32>.zero.replacing(with: -1, where: condition))
  }

  /// The number, 0 to 7, of the lowest bit that is set.
  @inline(__always)
  fileprivate var lowestBit: Self {
    let lowest = self & (~self &+ Self(repeating: 1))
    return Self.zero.replacing(with: 1, where: lowest & Self(repeating: 0xAA) .!= .zero)
      | Self.zero.replacing(with: 2, where: lowest & Self(repeating: 0xCC) .!= .zero)
      | Self.zero.replacing(with: 4, where: lowest & Self(repeating: 0xF0) .!= .zero)
  }
}
