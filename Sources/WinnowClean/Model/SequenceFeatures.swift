/// What a pass's log-odds say of the document around each line.
enum SequenceFeatures {
  private static let near = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5]
  private static let radii = [1, 3, 7, 15, 31]

  static let names: [String] =
    ["z", "p"] + near.map { $0 < 0 ? "z\($0)" : "z+\($0)" }
    + radii.flatMap { ["pw\($0)_mean", "pw\($0)_words"] }
    + ["max3", "min3", "max10up", "max10down"]
    + [
      "mass_before", "mass_after", "lmass_before", "lmass_after", "mass_all", "mass_share",
    ]
    + (0...1).flatMap { segment in
      ["in", "start", "end", "sum_before", "sum_after", "share"].map { "seg\(segment)_\($0)" }
    }
    + [
      "up_good", "up_bad", "down_good", "down_bad", "bad_run_words_up", "bad_run_words_down",
      "rise", "level",
    ]

  /// Writes the columns, of which the given one is the first.
  static func put(
    _ z: [Float],
    _ counts: [LineCounts],
    _ rows: inout FeatureRows,
    _ column: Int
  ) {
    let odds = z.map(Double.init)
    let words = counts.map { Double(min(60, max(1, $0.words))) }
    let probabilities = odds.map(LineMath.sigmoid)
    putSurroundings(odds, probabilities, words, &rows, column)
    for (segment, bias) in [0.0, 1].enumerated() {
      putSegment(odds, words, bias: bias, &rows, column + 32 + 6 * segment)
    }
    putDistances(odds, probabilities, words, &rows, column + 44)
  }

  private static func putSurroundings(
    _ z: [Double],
    _ p: [Double],
    _ words: [Double],
    _ rows: inout FeatureRows,
    _ column: Int
  ) {
    var sums = RunningSums(kinds: 3, count: z.count)
    for line in z.indices {
      sums.add(p[line], 0, line)
      sums.add(p[line] * words[line], 1, line)
      sums.add(words[line], 2, line)
    }
    let all = sums.sum(1)
    let logAll = LineMath.log2p(all)
    let padding = [Double](repeating: -6, count: 5)
    let padded = padding + z + padding
    for line in z.indices {
      rows.start(line, column)
      rows.put(z[line])
      rows.put(p[line])
      // Twice five lines, and the line itself between them.
      for place in line..<line + 11 where place != line + 5 { rows.put(padded[place]) }
      for radius in radii {
        let window = sums.window(line, radius)
        rows.put(sums.mean(0, around: line, radius))
        rows.put(sums.sum(1, window) / max(1e-6, sums.sum(2, window)))
      }
      let beside = z[sums.window(line, 3)]
      rows.put(beside.max() ?? 0)
      rows.put(beside.min() ?? 0)
      rows.put(max(-9, z[max(0, line - 10)..<line].max() ?? -9))
      rows.put(max(-9, z[line + 1..<max(line + 1, min(z.count, line + 11))].max() ?? -9))
      let before = sums.sum(1, 0..<line)
      let after = sums.sum(1, line + 1..<z.count)
      rows.put(before / max(1e-6, all))
      rows.put(after / max(1e-6, all))
      rows.put(LineMath.log2p(before))
      rows.put(LineMath.log2p(after))
      rows.put(logAll)
      rows.put(all / max(1, sums.sum(2)))
    }
  }

  /// The stretch that is most likely the article: lines of the article make up for gaps.
  private static func putSegment(
    _ z: [Double],
    _ words: [Double],
    bias: Double,
    _ rows: inout FeatureRows,
    _ column: Int
  ) {
    let values = z.indices.map { max(-3, min(3, z[$0] + bias)) * words[$0].squareRoot() }
    let segment = LineSegment(values)
    var (before, inside, after) = (0.0, 0.0, 0.0)
    for (line, value) in values.enumerated() where value > 0 {
      if line < segment.first {
        before += value
      } else if line > segment.last {
        after += value
      } else {
        inside += value
      }
    }
    let share = inside / max(1e-6, before + inside + after)
    let (logBefore, logAfter) = (LineMath.log2p(before), LineMath.log2p(after))
    for line in z.indices {
      rows.start(line, column)
      rows.put(segment.contains(line))
      rows.put(segment.distanceFromFirst(line))
      rows.put(segment.distanceFromLast(line))
      rows.put(logBefore)
      rows.put(logAfter)
      rows.put(share)
    }
  }

  /// How far the nearest sure lines of each kind are, and what has come since.
  private static func putDistances(
    _ z: [Double],
    _ p: [Double],
    _ words: [Double],
    _ rows: inout FeatureRows,
    _ column: Int
  ) {
    for side in 0...1 {
      var (good, bad, run, level) = (40, 40, 0.0, 0.0)
      for step in z.indices {
        let line = side == 0 ? step : z.count - 1 - step
        rows.start(line, column + 2 * side)
        rows.put(good)
        rows.put(bad)
        rows.start(line, column + 4 + side)
        rows.put(LineMath.log2p(run))
        rows.start(line, column + 6 + side)
        rows.put(level)
        level = 0.8 * level + 0.2 * p[line]
        good = z[line] > 1.5 && words[line] >= 8 ? 1 : min(40, good + 1)
        bad = z[line] < -2 ? 1 : min(40, bad + 1)
        run = z[line] > 0.5 ? 0 : run + words[line]
      }
    }
  }
}
