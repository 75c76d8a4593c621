import Testing
import WinnowIO

@Suite struct HistogramTests {
  @Test("A time falls into the first step whose bound it does not pass")
  func steps() {
    var times = Histogram(bounds: [0.001, 0.1])
    for nanoseconds: Int64 in [-5, 0, 1_000_000, 1_000_001, 100_000_000, 3_000_000_000] {
      times.note(nanoseconds: nanoseconds)
    }
    #expect(times.counts == [3, 2, 1])
    #expect(abs(times.sum - 3.102000001) < 1e-9)
  }
}
