/// What a line is together with where it stands, as hashed features.
///
/// A sum of weights can't say "short, and after the last paragraph"; a feature for each pair can.
enum TableCrosses {
  private static let value: Float = 0.5
  /// Stands for a line that is not there.
  private static let none = 15

  private static let mass = Buckets(0.001, 0.02, 0.2, 0.8, 0.98, 0.999)
  private static let common = Buckets(0.05, 0.2, 0.35, 0.5)
  private static let titled = Buckets(0.1, 0.3, 0.6, 0.9)
  private static let place = Buckets(0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95)
  private static let run = Buckets(-5, -1, 1, 2, 3, 5, 10, 20)
  private static let far = Buckets(2, 3, 5, 9, 20, 40)
  private static let prose = Buckets(0.1, 0.3, 0.5, 0.7, 0.9)
  private static let ended = Buckets(0.2, 0.5, 0.8, 0.95)
  private static let cohesion = Buckets(0.01, 0.2, 0.4, 0.7)
  private static let same = Buckets(2, 3)

  private static let at = Columns()

  private struct Columns: Sendable {
    let before = column("before")
    let after = column("after")
    let place = column("place")
    let run = column("run")
    let prose = column("doc_prose")
    let same = column("same")
    let cohesion = column("coh_seg")
    let inSegment = column("seg_in")
    let inStrict = column("st_in")
    let up = column("st_up")
    let down = column("st_down")
    let ended = column("long_ended15")

    private static func column(_ name: String) -> Int {
      LineTable.names.firstIndex(of: name) ?? 0
    }
  }

  static func features(_ rows: FeatureRows) -> HashedFeatures {
    var features = HashedFeatures(capacity: 14 * rows.count)
    let shapes = (0..<rows.count).map { LineShape(rows, $0) }
    for line in 0..<rows.count {
      func small(_ offset: Int) -> Int {
        shapes.indices.contains(line + offset) ? shapes[line + offset].small : none
      }
      func step(_ buckets: Buckets, _ column: Int) -> Int { buckets.step(rows[line, column]) }
      let own = shapes[line]
      let (p1, p2, n1, n2) = (small(-1), small(-2), small(1), small(2))
      let before = step(mass, at.before)
      let after = step(mass, at.after)
      let page = step(prose, at.prose)
      let segment = Int(rows[line, at.inSegment]) * 2 + Int(rows[line, at.inStrict])
      let crosses: [14 of Int] = [
        own.code,
        own.code * 16 + p1,
        own.code * 16 + n1,
        (own.code * 16 + p1) * 16 + n1,
        (own.small * 16 + p1) * 4096 + p2 * 256 + n1 * 16 + n2,
        (own.code * 8 + before) * 8 + after,
        (own.code * 5 + step(common, OwnFeatures.common)) * 5 + step(titled, OwnFeatures.titled),
        (own.code * 9 + step(run, at.run)) * 4 + segment,
        ((own.small * 7 + step(far, at.up)) * 7 + step(far, at.down)) * 4 + segment,
        (own.code * 6 + page) * 5 + step(ended, at.ended),
        (own.code * 5 + step(cohesion, at.cohesion)) * 4 + segment,
        (own.code * 3 + step(same, at.same)) * 4 + segment,
        (own.small * 10 + step(place, at.place)) * 6 + page,
        ((own.small * 8 + before) * 8 + after) * 6 + page,
      ]
      for number in crosses.indices {
        let salt = 0x51ED_270B + UInt32(number) * 0x9E_3779
        features.add(salt, UInt32(crosses[number]), 77, value: value)
      }
      features.endLine()
    }
    return features
  }
}
