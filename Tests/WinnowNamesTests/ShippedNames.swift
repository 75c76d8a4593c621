import Foundation
import Testing
import WinnowNames

/// The gazetteer that ships, read as the program reads it.
enum ShippedNames {
  static let etc = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "etc/winnow")

  static let gazetteer: Result<Gazetteer, any Error> = Result { try load() }

  private static func files(_ folder: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: etc.appending(path: folder),
      includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "toml" }.sorted { $0.path < $1.path }
  }

  private static func load() throws -> Gazetteer {
    var schemes: [Scheme] = []
    for file in try files("schemes") {
      schemes.append(try Scheme(file: file.path, text: String(contentsOf: file, encoding: .utf8)))
    }
    var entities: [Entity] = []
    var given: [GivenName] = []
    var common: [String] = []
    var surnames: Set<String> = []
    for file in try files("names.d") {
      let text = try String(contentsOf: file, encoding: .utf8)
      switch file.lastPathComponent {
      case "given.toml": given += try GivenNames.read(file: file.path, text: text)
      case "surnames.toml": surnames = try CommonSurnames.read(file: file.path, text: text)
      case "words.toml": common += try CommonWords.read(file: file.path, text: text)
      default: entities += try GazetteerFile.read(file: file.path, text: text)
      }
    }
    return try Gazetteer(
      entities,
      given: given,
      schemes: SchemeSet(schemes),
      common: common,
      commonSurnames: surnames
    )
  }
}
