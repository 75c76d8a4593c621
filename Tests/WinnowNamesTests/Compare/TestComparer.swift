import Foundation
import WinnowNames

/// The comparer with the shipped given names.
enum TestComparer {
  static let givenFile = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../etc/winnow/names.d/given.toml").standardized

  static let given = Result {
    try GivenNames.read(
      file: "given.toml",
      text: try String(contentsOf: givenFile, encoding: .utf8)
    )
  }

  static let shipped = given.map { NameComparer(given: $0) }
}
