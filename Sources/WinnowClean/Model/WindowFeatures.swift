/// What stands around a line.
enum WindowFeatures {
  private static let radii = [3, 7, 15]
  private static let windowNames = [
    "words", "ends", "titled", "common", "short", "repeat", "digits",
  ]
  private static let offsets = [-3, -2, -1, 1, 2, 3]
  private static let neighbourNames = [
    "words", "ends", "titled", "common", "start_up", "digits", "ends_colon",
  ]
  private static let neighbourColumns = [
    OwnFeatures.words, OwnFeatures.ends, OwnFeatures.titled, OwnFeatures.common,
    OwnFeatures.startsUp, OwnFeatures.digits, OwnFeatures.endsWithColon,
  ]

  /// Means over the lines up to 3, 7 and 15 away.
  static let windows = FeatureGroup(
    names: radii.flatMap { radius in windowNames.map { "w\(radius)_\($0)" } }
  ) { page, rows, column in
    var sums = RunningSums(kinds: 7, count: page.count)
    for (line, counts) in page.counts.enumerated() {
      sums.add(counts.cappedWords, 0, line)
      sums.add(Double(rows[line, OwnFeatures.ends]), 1, line)
      sums.add(Double(rows[line, OwnFeatures.titled]), 2, line)
      sums.add(Double(rows[line, OwnFeatures.common]), 3, line)
      sums.add(counts.isShort ? 1 : 0, 4, line)
      sums.add(page.isRepeated[line] ? 1 : 0, 5, line)
      sums.add(Double(rows[line, OwnFeatures.digits]), 6, line)
    }
    for line in 0..<page.count {
      rows.start(line, column)
      for radius in radii {
        for kind in 0..<7 { rows.put(sums.mean(kind, around: line, radius)) }
      }
    }
  }

  /// The three lines before and the three after; -1 where there is none.
  static let neighbours = FeatureGroup(
    names: offsets.flatMap { offset in neighbourNames.map { "n\(offset)_\($0)" } }
  ) { page, rows, column in
    for line in 0..<page.count {
      rows.start(line, column)
      for offset in offsets {
        let other = line + offset
        let isThere = 0 <= other && other < page.count
        for own in neighbourColumns {
          rows.put(isThere ? Double(min(60, rows[other, own])) : -1)
        }
      }
    }
  }
}

/// Sums over the first lines, from which those over any run of lines follow.
struct RunningSums {
  private let kinds: Int
  private let count: Int
  private var sums: [Double]

  init(kinds: Int, count: Int) {
    self.kinds = kinds
    self.count = count
    sums = Array(repeating: 0, count: kinds * (count + 1))
  }

  /// Adds a line's value; lines come in order, each once.
  mutating func add(_ value: Double, _ kind: Int, _ line: Int) {
    sums[(line + 1) * kinds + kind] = sums[line * kinds + kind] + value
  }

  /// The lines up to some distance from a line.
  func window(_ line: Int, _ radius: Int) -> Range<Int> {
    max(0, line - radius)..<min(count, line + radius + 1)
  }

  func sum(_ kind: Int, _ range: Range<Int>) -> Double {
    sums[range.upperBound * kinds + kind] - sums[range.lowerBound * kinds + kind]
  }

  func sum(_ kind: Int) -> Double { sum(kind, 0..<count) }

  func mean(_ kind: Int, around line: Int, _ radius: Int) -> Double {
    let window = window(line, radius)
    return sum(kind, window) / Double(window.count)
  }
}
