/// How often something took how long, counted in steps (histograms in Prometheus' sense).
package struct Histogram: Equatable, Sendable {
  /// Upper bounds of the steps in seconds, ascending.
  package let bounds: [Double]
  /// How many fell into each step; one more than there are bounds, for what took longer than all.
  package private(set) var counts: [Int]
  /// Seconds that all of them took together.
  package private(set) var sum = 0.0

  package init(bounds: [Double]) {
    self.bounds = bounds
    counts = [Int](repeating: 0, count: bounds.count + 1)
  }

  /// Counts one that took some nanoseconds; none takes less than no time, whatever a clock says.
  package mutating func note(nanoseconds: Int64) {
    let seconds = Double(max(0, nanoseconds)) / 1e9
    counts[bounds.firstIndex { seconds <= $0 } ?? bounds.count] += 1
    sum += seconds
  }
}
