/// What the first pass says of a line together with what it says of the lines around it.
enum SurroundingCrosses {
  private static let value: Float = 0.5

  private static let fine = Buckets(-4, -2.5, -1.5, -0.75, 0, 0.75, 1.5, 2.5, 4)
  private static let coarse = Buckets(-2, 0, 2)
  private static let mass = Buckets(0.001, 0.02, 0.2, 0.8, 0.98, 0.999)
  private static let far = Buckets(2, 3, 5, 9, 20, 40)
  private static let edge = Buckets(-4, -3, -2, -1, 0)
  private static let third = Buckets(0.1, 0.25, 0.4, 0.6, 0.75, 0.9)
  private static let vocabulary = Buckets(-1, -0.3, 0.3, 1, 2)

  private static let at = Columns()

  private struct Columns: Sendable {
    let segment = column("first.seg0_in")
    let wideSegment = column("first.seg1_in")
    let nearest = column("first.pw1_words")
    let around = column("first.pw7_words")
    let before = column("first.mass_before")
    let after = column("first.mass_after")
    let goodUp = column("first.up_good")
    let goodDown = column("first.down_good")
    let mostUp = column("first.max10up")
    let mostDown = column("first.max10down")
    let ended = column("edge.end_up3")
    let begins = column("edge.begin_down3")
    let vocabulary = column("first.voc_log")

    private static func column(_ name: String) -> Int {
      LineColumns.beforeSecond.firstIndex(of: name) ?? 0
    }
  }

  /// The crosses of each line, by columns `LineColumns.beforeSecond` and the first pass's log-odds.
  static func features(_ rows: FeatureRows, first z: [Float]) -> HashedFeatures {
    var features = HashedFeatures(capacity: 10 * rows.count)
    for line in 0..<rows.count {
      func odds(_ buckets: Buckets, _ offset: Int, none: Int) -> Int {
        z.indices.contains(line + offset) ? buckets.step(z[line + offset]) : none
      }
      func step(_ buckets: Buckets, _ column: Int) -> Int { buckets.step(rows[line, column]) }
      let shape = LineShape(rows, line)
      let own = fine.step(z[line])
      let (p1, n1) = (odds(fine, -1, none: 10), odds(fine, 1, none: 10))
      let (p2, n2) = (odds(coarse, -2, none: 4), odds(coarse, 2, none: 4))
      let segment = Int(rows[line, at.segment]) * 2 + Int(rows[line, at.wideSegment])
      let before = step(mass, at.before)
      let crosses: [10 of Int] = [
        (own * 11 + p1) * 11 + n1,
        (own * 4 + segment) * LineShape.count + shape.code,
        (own * 7 + step(third, at.around)) * 7 + step(third, at.nearest),
        (own * 7 + before) * 7 + step(mass, at.after),
        ((own * 7 + step(far, at.goodUp)) * 7 + step(far, at.goodDown)) * 8 + shape.small,
        ((own * 6 + step(edge, at.ended)) * 6 + step(edge, at.begins)) * 7 + before,
        own * LineShape.count + shape.code,
        (own * 11 + step(fine, at.mostUp)) * 11 + step(fine, at.mostDown),
        ((own * 6 + step(vocabulary, at.vocabulary)) * 8 + shape.small) * 4 + segment,
        (((coarse.step(z[line]) * 5 + p2) * 5 + n2) * 11 + p1) * 11 + n1,
      ]
      for number in crosses.indices {
        let salt = 0x2545_F491 + UInt32(number) * 0x9E_3779
        features.add(salt, UInt32(crosses[number]), 99, value: value)
      }
      features.endLine()
    }
    return features
  }
}
