import WinnowClean

/// The lines of one document as a regression learns from them.
struct LineExamples {
  /// Columns, the same in every document of a fit.
  var rows: FeatureRows
  var hashed: HashedFeatures
  /// What is to be said of each line, 0...1.
  var targets: [Float]
  /// How much each line counts; 0 for those that teach nothing.
  var weights: [Float]
}

/// The mean and spread of each column over the lines that count.
struct ColumnScale: Equatable {
  private(set) var mean: [Float]
  private(set) var deviation: [Float]

  /// Measures the columns of many documents.
  init(_ documents: [LineExamples], width: Int) {
    var sums = [Double](repeating: 0, count: width)
    var squares = [Double](repeating: 0, count: width)
    var count = 0.0
    for document in documents {
      for line in document.weights.indices where document.weights[line] > 0 {
        count += 1
        for column in 0..<width {
          let value = Double(document.rows[line, column])
          sums[column] += value
          squares[column] += value * value
        }
      }
    }
    let total = max(1, count)
    mean = sums.map { Float($0 / total) }
    deviation = zip(sums, squares).map { sum, square in
      let mean = sum / total
      return Float(max(0, square / total - mean * mean).squareRoot() + 1e-6)
    }
  }
}
