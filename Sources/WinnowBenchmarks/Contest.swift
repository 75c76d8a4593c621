/// Several ways to spend time on the same bytes, taken in turn, so that noise hits all alike.
struct Contest {
  struct Contestant {
    let name: String
    /// Seconds of processor time that one run takes.
    let run: () throws -> Double
  }

  /// Medians over all rounds.
  struct Outcome {
    let seconds: Double
    /// The first contestant's time by this one's.
    let ratio: Double
  }

  /// How often all are run; the first round only warms up.
  static let rounds = 7

  static func run(_ contestants: [Contestant]) throws -> [Outcome] {
    var times = [[Double]](repeating: [], count: contestants.count)
    for round in 0...rounds {
      for (number, contestant) in contestants.enumerated() {
        let seconds = try contestant.run()
        if round > 0 { times[number].append(seconds) }
      }
    }
    return times.map { own in
      let ratios = zip(times[0], own).map { $0 / max($1, 1e-9) }
      return Outcome(seconds: own.median, ratio: ratios.median)
    }
  }
}

extension [Double] {
  /// The middle one; of two in the middle the larger.
  var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}
