/// Cuts a scale into numbered steps.
struct Buckets: Sendable {
  private let edges: [Double]

  init(_ edges: Double...) { self.edges = edges }

  /// The step that a value is on: how many edges it has reached.
  func step(_ value: Float) -> Int {
    var step = 0
    for edge in edges where Double(value) >= edge { step += 1 }
    return step
  }
}

/// A line's few sizes that several crosses share.
struct LineShape {
  private static let words = Buckets(2, 3, 5, 8, 12, 20, 35, 60)
  private static let fewWords = Buckets(3, 8, 20)

  /// Words in nine steps, how it ends, how it begins; below `count`.
  let code: Int
  /// Words in four steps, how it ends; below eight.
  let small: Int

  static let count = 54

  init(_ rows: FeatureRows, _ line: Int) {
    let words = rows[line, OwnFeatures.words]
    let ends = rows[line, OwnFeatures.ends] > 0 ? 1 : 0
    let isUp = rows[line, OwnFeatures.startsUp] > 0
    let start = isUp ? 1 : rows[line, OwnFeatures.startsLow] > 0 ? 2 : 0
    code = (Self.words.step(words) * 2 + ends) * 3 + start
    small = Self.fewWords.step(words) * 2 + ends
  }
}
