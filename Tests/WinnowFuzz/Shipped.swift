import Foundation
import WinnowClean
import WinnowNames

/// What ships under `etc/winnow`, read once; where it can't be read there is nothing to fuzz.
enum Shipped {
  static let rules = must {
    try RuleSet(files("rules.d").map { try RuleFile(file: $0.name, text: $0.text) })
  }

  static let model = must {
    let bytes = try Data(contentsOf: URL(filePath: "etc/winnow/lines.model"))
    return try LineScorer(try LineModel(reading: Array(bytes)))
  }

  static let schemes = must {
    try SchemeSet(files("schemes").map { try Scheme(file: $0.name, text: $0.text) })
  }

  static let gazetteer = must {
    var entities: [Entity] = []
    var given: [GivenName] = []
    var common: [String] = []
    var surnames: Set<String> = []
    for (name, text) in try files("names.d") {
      switch name {
      case "given.toml": given = try GivenNames.read(file: name, text: text)
      case "surnames.toml": surnames = try CommonSurnames.read(file: name, text: text)
      case "words.toml": common = try CommonWords.read(file: name, text: text)
      default: entities += try GazetteerFile.read(file: name, text: text)
      }
    }
    return try Gazetteer(
      entities,
      given: given,
      schemes: schemes,
      common: common,
      commonSurnames: surnames
    )
  }

  private static func must<Value>(_ read: () throws -> Value) -> Value {
    do { return try read() } catch { fatalError("\(error)") }
  }

  private static func files(_ folder: String) throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: "etc/winnow/\(folder)")
      .filter { $0.hasSuffix(".toml") }.sorted()
      .map { ($0, try String(contentsOfFile: "etc/winnow/\(folder)/\($0)", encoding: .utf8)) }
  }
}
