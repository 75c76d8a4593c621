import Foundation
import Testing

/// A text as a page gave it, and what must be left of it.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  let name: String
  let source: String
  let cleaned: String
  /// Empty where no headline must be found.
  let title: String

  var testDescription: String { name }

  /// All cases of the folder `Golden`, by name.
  static let all: [GoldenCase] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    func read(_ name: Substring, _ ending: String) -> String {
      let file = folder.appendingPathComponent("\(name).\(ending)")
      return (try? String(contentsOf: file, encoding: .utf8)) ?? "\(name).\(ending) is missing"
    }
    return names.filter { $0.hasSuffix(".in") }.sorted().map { file in
      let name = file.dropLast(3)
      return GoldenCase(
        name: String(name),
        source: read(name, "in"),
        cleaned: read(name, "out"),
        title: read(name, "title").trimmingCharacters(in: .newlines)
      )
    }
  }()
}
