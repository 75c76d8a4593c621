/// Where the values of each column are cut into at most 63 bins.
struct Binning: Equatable {
  static let binLimit = 63

  /// Bin `b` of a column holds what is greater than `cuts[b - 1]` and at most `cuts[b]`.
  let cuts: [[Float]]

  /// Cuts each column into bins of about the same number of values; equal values share a bin.
  init(columns: [[Float]]) {
    cuts = columns.map(Self.cut)
  }

  func bin(_ value: Float, column: Int) -> UInt8 {
    cuts[column].withUnsafeBufferPointer { cuts in
      var low = 0
      var high = cuts.count
      while low < high {
        let middle = (low + high) / 2
        if cuts[middle] < value { low = middle + 1 } else { high = middle }
      }
      return UInt8(low)
    }
  }

  private static func cut(_ values: [Float]) -> [Float] {
    var runs: [(value: Float, count: Int)] = []
    for value in values.sorted() {
      if runs.last?.value == value {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((value, 1))
      }
    }
    var cuts: [Float] = []
    var left = values.count
    var inBin = 0
    for (place, run) in runs.enumerated().dropLast() {
      inBin += run.count
      let binsLeft = binLimit - cuts.count
      guard binsLeft > 1 else { break }
      // A value that fills a bin alone should not have to share it with rare ones before it.
      let next = runs[place + 1].count
      let isFull = inBin * binsLeft >= left || runs.count <= binLimit
      let isCrowded = next * binsLeft >= left && inBin * 2 * binsLeft >= left
      guard isFull || isCrowded else { continue }
      cuts.append(between(run.value, runs[place + 1].value))
      left -= inBin
      inBin = 0
    }
    return cuts
  }

  /// The middle of two values, never the greater one itself.
  private static func between(_ low: Float, _ high: Float) -> Float {
    let middle = low + (high - low) / 2
    return middle < high ? middle : low
  }
}
