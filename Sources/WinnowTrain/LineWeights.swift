import Foundation

/// How much each line counts when a model learns.
///
/// Within a page a line counts by a power of its words, a page by the square root of its lines, and
/// a set of pages by the square root of their number, so that neither long pages nor large sets
/// drown the others. The mean over the lines that count is 1.
struct LineWeights {
  /// For each page a weight for each line; 0 where nobody knows what the line is.
  let pages: [[Float]]

  /// Weighs lines by a power of their words, of which at most 120 count.
  init(_ labelled: [LabelledPage], words: [[Int]], power: Double) {
    var sizes: [String: Int] = [:]
    for page in labelled { sizes[page.set, default: 0] += 1 }
    var sum = 0.0
    var count = 0
    let raw = zip(labelled, words).map { page, words in
      let shares = zip(words, page.truth.targets).map { words, target in
        target == nil ? 0 : pow(Double(min(120, max(1, words))), power)
      }
      let total = max(1e-9, shares.reduce(0, +))
      let size = Double(max(1, sizes[page.set] ?? 1))
      let whole = (Double(words.count) / size).squareRoot()
      return shares.map { share in
        if share > 0 { count += 1 }
        sum += share / total * whole
        return share / total * whole
      }
    }
    let mean = count > 0 ? sum / Double(count) : 1
    pages = raw.map { $0.map { Float($0 / mean) } }
  }
}
