import Testing

@testable import WinnowNames

@Suite struct EditDistanceTests {
  /// Words of which many are near to each other.
  private let words: [SpelledToken] = {
    var random = SplitMix64(seed: 5)
    let syllables = ["ka", "li", "no", "vu", "sh", "che", "ova", "ski", "mi", "ra", "t", "ya"]
    return (0..<60).map { _ in
      let count = Int.random(in: 1...6, using: &random)
      return SpelledToken(
        (0..<count).map { _ in syllables.randomElement(using: &random) ?? "" }.joined()
      )
    }
  }()

  @Test("It is what the whole table of steps says, up to the limit")
  func twin() {
    for costs in [EditCosts.correspondence, .arabicPivot] {
      for one in words {
        for other in words {
          let (a, b) = (one.readings[0], other.readings[0])
          let whole = Self.plain(a, b, costs)
          for limit in [0, 1, 50, 51, 64, 100, 101, 160, 320, 1320] {
            #expect(EditDistance.between(a, b, costs, limit: limit) == min(whole, limit))
          }
        }
      }
    }
  }

  /// All rows, all columns.
  private static func plain(_ a: Phonemes, _ b: Phonemes, _ costs: EditCosts) -> Int {
    var row = [0]
    for j in 0..<b.count { row.append(row[j] + Int(costs.loss[Int(b.codes[j])])) }
    for i in 0..<a.count {
      let lost = Int(costs.loss[Int(a.codes[i])])
      var next = [row[0] + lost]
      for j in 0..<b.count {
        let place = Int(a.codes[i]) * EditCosts.stride + Int(b.codes[j])
        let changed = row[j] + Int(costs.substitution[place])
        next.append(min(changed, row[j + 1] + lost, next[j] + Int(costs.loss[Int(b.codes[j])])))
      }
      row = next
    }
    return row[b.count]
  }

  @Test("A likeness that is enough is the same however much is asked for")
  func atLeast() throws {
    let comparer = try TestComparer.shipped.get()
    for one in words {
      for other in words {
        let whole = comparer.similarity(one, other)
        for least in [0.2, 0.5, 0.9] {
          let asked = comparer.similarity(one, other, atLeast: least)
          #expect(whole >= least ? asked == whole : asked < least)
        }
      }
    }
  }
}
