import Foundation
import Testing

@testable import WinnowClean

/// What the reference implementation of the features says of a few texts: the file `features.json`.
struct ReferenceFeatures: Decodable, Sendable {
  struct Page: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    /// A row a line, in the order of `LineCounts.row`.
    let counts: [[Int]]
    /// Tokens a line.
    let tokens: [Int]
    let hashes: UInt32
    let sizes: UInt32
    let dense: [[Float]]
    /// Hashed features a line.
    let hashed: [Int]
    let buckets: [UInt32]
    let values: [Float]
    let crosses: [UInt32]
    let sequence: [[Float]]
    let edges: [[Float]]
    let vocabulary: [[Float]]
    let surroundings: [UInt32]

    var testDescription: String { name }
  }

  let stops: [UInt32]
  let columns: [String]
  let sequenceColumns: [String]
  let edgeColumns: [String]
  let vocabularyColumns: [String]
  let pages: [Page]

  static let shared = Result {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("features.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(ReferenceFeatures.self, from: Data(contentsOf: file))
  }

  /// The log-odds that the reference gave to line `k` of each page.
  static func odds(_ count: Int, _ factor: Int, _ start: Int) -> [Float] {
    (0..<count).map { Float(($0 * factor + start) % 37 - 18) / 4 }
  }

  /// FNV-1a (32 bits) over the numbers themselves.
  static func fingerprint(_ numbers: some Sequence<UInt32>) -> UInt32 {
    numbers.reduce(2_166_136_261) { ($0 ^ $1) &* 16_777_619 }
  }
}

extension LineCounts {
  /// The counts in the order of the reference.
  var row: [Int] {
    [
      characters, words, letters, digits, upper, titled, capitals, stops, commas, separators,
      colons, quotes, brackets, endsSentence ? 1 : 0, endsWithColon ? 1 : 0, endsWithDots ? 1 : 0,
      beginning.rawValue, hasClock ? 1 : 0, hasYear ? 1 : 0, hasAddress ? 1 : 0, numbers,
      hasCopyright ? 1 : 0, dense, longest, dashes, tokens, exclamations, endsWithComma ? 1 : 0,
      guillemets,
    ]
  }
}
