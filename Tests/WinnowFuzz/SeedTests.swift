import Foundation
import Testing

/// What fuzzing begins with, and what it has found, holds; what doesn't hold ends the tests.
@Suite struct SeedTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// The files of a folder of seeds, by hand and by mishap.
  private func seeds(_ name: String) throws -> [[UInt8]] {
    let folder = Self.folder.appending(path: "Seeds/\(name)")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .map { Array(try Data(contentsOf: $0)) }
  }

  /// The inputs that reach most of a subject, as `corpus.sh` has chosen them.
  private func corpus(_ subject: Subject) throws -> [[UInt8]] {
    let file = Self.folder.appending(path: "Corpus/\(subject).base64")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      Array(try #require(Data(base64Encoded: String($0))))
    }
  }

  @Test(arguments: Subject.allCases)
  func holds(_ subject: Subject) throws {
    let inputs = try seeds(subject.seeds) + corpus(subject)
    #expect(inputs.count > 20)
    for input in inputs { subject.test(input) }
  }
}

extension Subject {
  fileprivate var seeds: String {
    switch self {
    case .decode, .clean, .names, .record: "text"
    case .json, .jsonl, .toml, .settings, .wet: rawValue
    }
  }
}
