import Foundation
import WinnowRecord
import WinnowText

/// Records for tests.
enum TestRecord {
  static func of(
    _ document: Document,
    original: [UInt8],
    path: String? = "site/page.txt",
    received: String? = "2026-01-02T03:04:05.678Z",
    title: String? = nil,
    meta: [UInt8]? = nil
  ) -> Record {
    Record(
      id: DocumentID(of: original),
      path: path,
      received: received,
      bytes: original.count,
      language: nil,
      title: title,
      document: document,
      rules: "0123456789abcdef",
      meta: meta
    )
  }

  /// The line of a file that nothing but normalising was done to.
  static func line(_ original: [UInt8]) -> [UInt8] {
    of(Document(original), original: original).line()
  }

  static func line(_ text: String) -> [UInt8] { line(Array(text.utf8)) }

  /// The line without its CRC, so that it can be changed and closed again.
  static func resealed(_ line: [UInt8], _ change: (String) -> String) -> [UInt8] {
    var changed = Array(change(String(decoding: line.dropLast(Seal.length), as: UTF8.self)).utf8)
    Seal.close(&changed)
    return changed
  }

  /// What Foundation reads in a line.
  static func object(_ line: [UInt8]) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(line))
    return object as? [String: Any] ?? [:]
  }
}

/// Random input that is the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
