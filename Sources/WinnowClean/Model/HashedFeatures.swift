/// Features that are mostly absent, as places in one table of weights.
///
/// The features of line `k` are `buckets[starts[k]..<starts[k + 1]]`.
package struct HashedFeatures: Sendable {
  /// How many weights a table has.
  package static let bucketCount = 1 << 18

  package private(set) var starts: [Int] = [0]
  package private(set) var buckets: [UInt32] = []
  package private(set) var values: [Float] = []

  package init() {}

  /// With room for so many features.
  init(capacity: Int) {
    buckets.reserveCapacity(capacity)
    values.reserveCapacity(capacity)
  }

  /// The places of a line's features.
  package subscript(line: Int) -> Range<Int> { starts[line]..<starts[line + 1] }

  @inline(__always)
  mutating func add(_ salt: UInt32, _ first: UInt32, _ second: UInt32, value: Float = 1) {
    let hash = TokenHash.finish(TokenHash.finish(salt ^ first) ^ second)
    buckets.append(hash & UInt32(Self.bucketCount - 1))
    values.append(value)
  }

  mutating func endLine() { starts.append(buckets.count) }

  /// Gives one value to the features added to the line that is not ended yet.
  mutating func share(_ value: Float) {
    for at in (starts.last ?? 0)..<values.count { values[at] = value }
  }

  /// How many features the line has that is not ended yet.
  var added: Int { buckets.count - (starts.last ?? 0) }

  /// Both kinds of features of each line.
  package static func joining(_ first: HashedFeatures, _ second: HashedFeatures) -> HashedFeatures {
    var joined = HashedFeatures()
    for line in 0..<first.starts.count - 1 {
      for part in [first, second] {
        joined.buckets += part.buckets[part[line]]
        joined.values += part.values[part[line]]
      }
      joined.endLine()
    }
    return joined
  }
}
