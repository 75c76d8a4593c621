/// Features that are mostly absent, as places in one table of weights.
package struct HashedFeatures: Sendable {
  package struct Feature: Sendable {
    /// The place of its weight.
    package let bucket: UInt32
    package let value: Float
  }

  /// How many weights a table has.
  package static let bucketCount = 1 << 18

  private var features: [Feature] = []
  /// The features of line `k` are `starts[k]..<starts[k + 1]`.
  private var starts: [Int] = [0]

  package init() {}

  /// With room for so many features.
  init(capacity: Int) { features.reserveCapacity(capacity) }

  /// How many lines there are.
  package var count: Int { starts.count - 1 }

  /// A line's features.
  package subscript(line: Int) -> ArraySlice<Feature> { features[starts[line]..<starts[line + 1]] }

  @inline(__always)
  mutating func add(_ salt: UInt32, _ first: UInt32, _ second: UInt32, value: Float = 1) {
    let hash = TokenHash.finish(TokenHash.finish(salt ^ first) ^ second)
    features.append(Feature(bucket: hash & UInt32(Self.bucketCount - 1), value: value))
  }

  mutating func endLine() { starts.append(features.count) }

  /// What each line's features add up to, with weights by bucket.
  @inline(__always)
  package func sums(_ weight: (_ bucket: UInt32) -> Float) -> [Float] {
    (0..<count).map { line in
      Float(self[line].reduce(0.0) { $0 + Double(weight($1.bucket)) * Double($1.value) })
    }
  }

  /// Both kinds of features of each line.
  package static func joining(_ first: HashedFeatures, _ second: HashedFeatures) -> HashedFeatures {
    var joined = HashedFeatures()
    for line in 0..<first.count {
      joined.features += first[line] + second[line]
      joined.endLine()
    }
    return joined
  }
}
